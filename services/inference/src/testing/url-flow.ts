import { randomUUID } from 'node:crypto';
import type { UrlVerdict } from '@weir/contracts';
import type { EventBus } from '@weir/platform';
import { generateUrls } from './generated-urls.js';

const CHUNK = 100;
/** URLs under way at most: the stream never waits for more, and no batch is so large that all else waits for it. */
const MOST_UNDER_WAY = 800;

export interface Answer {
  readonly verdict: UrlVerdict;
  /** Verdicts of this id. */
  times: number;
}

/** Numbered URLs, published as fast as they are answered, and what came back. */
export class UrlFlow {
  readonly answers = new Map<string, Answer>();
  readonly #own = randomUUID().slice(0, 8);
  readonly #urls = generateUrls(5_000, 23).map(({ url }) => url);
  published = 0;
  #isOver = false;

  /** Reads the verdicts given from now on. Ends with its bus. */
  static async open(bus: EventBus): Promise<UrlFlow> {
    const flow = new UrlFlow(bus);
    await bus.subscribe(
      { group: `flow-${flow.#own}`, topics: ['urls.verdicts'], from: 'latest' },
      async ({ records }) => {
        for (const { value } of records) flow.#answered(JSON.parse(String(value)) as UrlVerdict);
      },
    );
    return flow;
  }

  private constructor(private readonly bus: EventBus) {}

  /** Publishes until `stop` is called. */
  async run(): Promise<void> {
    while (!this.#isOver) {
      if (this.published - this.answers.size > MOST_UNDER_WAY) await new Promise((go) => setTimeout(go, 5));
      else await this.#publish();
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  /** Ids without a verdict yet. */
  get missing(): number {
    return this.published - this.answers.size;
  }

  async #publish(): Promise<void> {
    const from = this.published;
    await this.bus.publish(
      Array.from({ length: CHUNK }, (_, index) => {
        const number = from + index;
        const url = this.#urls[number % this.#urls.length];
        const value = JSON.stringify({ url, id: `${this.#own}-${number}` });
        return { topic: 'urls.submitted', key: `key-${number % 997}`, value };
      }),
    );
    this.published += CHUNK;
  }

  #answered(verdict: UrlVerdict): void {
    if (!verdict.id.startsWith(this.#own)) return;
    const known = this.answers.get(verdict.id);
    if (known === undefined) this.answers.set(verdict.id, { verdict, times: 1 });
    else known.times += 1;
  }
}
