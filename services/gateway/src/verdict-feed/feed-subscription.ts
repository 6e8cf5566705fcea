import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { TOPICS } from '@weir/contracts';
import {
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  LOGGER,
  type Logger,
  type Subscription,
} from '@weir/platform';
import { RunFollowers } from '../runs/run-followers.js';
import { VerdictFeed } from './verdict-feed.js';

const RETRY_MS = 1_000;
/** For a subscription that is just being made, with a broker that may hang. */
const OPENING_MS = 3_000;
const VERDICTS = TOPICS.urlsVerdicts.name;

/**
 * Most records that are read again at a start, so that the list of recent verdicts is not empty after it. The port begins
 * a group at the first record or after the last. Where the topic holds more, it begins at the end: a stream so long fills
 * the list in no time. A million of them cost the gateway 3.5 s of one core.
 */
export const MOST_READ_AGAIN = 1_000_000;

/**
 * This replica's own reading of `urls.verdicts`, all of it, and of `pipeline.progress`, in a group of its own: it holds up
 * nobody else, readiness does not wait for it, and a bus that is away is waited for.
 */
@Injectable()
export class FeedSubscription
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  readonly #group = `weir-gateway-feed-${randomUUID().slice(0, 8)}`;
  readonly #stop = new AbortController();
  #opening: Promise<void> = Promise.resolve();
  #leaving: Promise<void> = Promise.resolve();
  #subscription: Subscription | undefined;

  constructor(
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly feed: VerdictFeed,
    private readonly runs: RunFollowers,
  ) {}

  onApplicationBootstrap(): void {
    this.#opening = this.#open();
  }

  /** Leaves while the server and the service's own consumers end: a broker that hangs holds all up at once, not in turn. */
  beforeApplicationShutdown(): void {
    this.#stop.abort();
    this.#leaving = this.#leave();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#leaving;
  }

  async #leave(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, OPENING_MS);
    });
    await Promise.race([this.#opening, patience]);
    clearTimeout(timer);
    await this.#subscription?.close();
  }

  async #open(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted && this.#subscription === undefined) {
      try {
        await this.#subscribe();
      } catch (error) {
        this.logger.warn({ err: error }, 'the verdict feed does not read yet; trying again');
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #subscribe(): Promise<void> {
    const topics = [TOPICS.urlsVerdicts, TOPICS.pipelineProgress];
    await this.bus.ensureTopics(topics);
    const lags = await this.bus.lag(this.#group, [VERDICTS]);
    const byPartition = new Map(lags.map(({ partition, lag }) => [partition, Number(lag)]));
    const held = [...byPartition.values()].reduce((sum, lag) => sum + lag, 0);
    const from = held > MOST_READ_AGAIN ? 'latest' : 'earliest';
    this.feed.log.begin(from, byPartition);
    const options = { group: this.#group, topics: topics.map(({ name }) => name), from } as const;
    const subscription = await this.bus.subscribe(options, (batch) => this.#handle(batch));
    this.#subscription = subscription;
    // Nobody may be waiting for it any more.
    if (this.#stop.signal.aborted) return subscription.close();
    this.logger.info({ group: this.#group, from, held }, 'reading verdicts for lists and listeners');
  }

  async #handle(batch: EventBatch): Promise<void> {
    if (batch.topic === VERDICTS) this.feed.take(batch);
    else await this.runs.take(batch);
  }
}
