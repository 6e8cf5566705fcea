import { TOPICS } from '@weir/contracts';
import type { EventBus } from '@weir/platform';

/** The group in which inference reads `urls.submitted`. */
const INFERENCE_GROUP = 'weir-inference';
/** The bus asks each partition's leader: not more often than that. */
const FRESH_MS = 2_000;

/** How many records of `urls.submitted` wait for inference, as the bus last said. */
export class SubmittedLag {
  #lag: number | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #isAsking = false;

  constructor(private readonly bus: Pick<EventBus, 'lag'>) {}

  /** What is known now; asks for news where that is old. Null where the bus does not say. */
  read(now: number): number | null {
    if (!this.#isAsking && now - this.#askedAt >= FRESH_MS) void this.#ask(now);
    return this.#lag;
  }

  async #ask(now: number): Promise<void> {
    this.#isAsking = true;
    this.#askedAt = now;
    try {
      const partitions = await this.bus.lag(INFERENCE_GROUP, [TOPICS.urlsSubmitted.name]);
      this.#lag = partitions.reduce((sum, { lag }) => sum + Number(lag), 0);
    } catch {
      this.#lag = null;
    } finally {
      this.#isAsking = false;
    }
  }
}
