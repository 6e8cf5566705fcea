import type { Consumer } from 'kafkajs';
import { type Backoff, backoffDelay, endsWithin, pause } from '../../backoff/backoff.js';
import { announceStatus, type SubscriptionState } from '../../brokers/kafka-channels.js';
import { topicMissing } from '../../brokers/kafka-errors.js';
import {
  DEFAULT_DRAIN_TIMEOUT_MS,
  DEFAULT_RETRY_INITIAL_MS,
  DEFAULT_RETRY_MAX_MS,
  type KafkaBusOptions,
} from '../../brokers/kafka-options.js';
import type { BatchHandler, SubscribeOptions, Subscription } from '../../event-bus.js';
import { Permits } from '../../permits/permits.js';
import type { AdminConnection } from '../client/admin-connection.js';
import type { DeliveryOf } from '../delivery/lane-delivery.js';
import { isUnknownTopic } from '../kafka-errors.js';
import { ConsumerSession } from './consumer-session.js';
import { GatheredCommits } from './gathered-commits.js';
import { LaneBoard } from './lane-board.js';
import type { PartitionLane } from './partition-lane.js';
import { uncommittedEnds } from './start-offsets.js';

const DEFAULT_MAX_BATCH_RECORDS = 2_000;
const DEFAULT_MAX_BATCH_BYTES = 1024 * 1024;
const DEFAULT_CONCURRENCY = 4;
/** `subscribe` waits this long for the group; after that the subscription goes on trying in the background. */
const FIRST_JOIN_MS = 15_000;
/** Attempts at a topic that is not there: it may have been created a moment ago. */
const MISSING_TOPIC_ATTEMPTS = 4;
const ABORT_GRACE_MS = 10_000;
/** A session that had begun to end by itself may wait for a broker that hangs. */
const LEAVING_MS = 5_000;
const RESTART: Backoff = { initialMs: 200, maxMs: 10_000 };

/** A membership that comes back by itself after every crash, with a new kafkajs consumer each time, until it is closed. */
export class KafkaSubscription implements Subscription {
  readonly #board: LaneBoard;
  readonly #stop = new AbortController();
  readonly #joined: Promise<void>;
  #tellJoined: () => void = () => {};
  #tellFailed: (reason: unknown) => void = () => {};
  #commits = new GatheredCommits();
  #everJoined = false;
  #failures = 0;
  #session: ConsumerSession | undefined;
  #former: string | undefined;
  #life: Promise<void> = Promise.resolve();
  #closed: Promise<void> | undefined;

  constructor(
    private readonly options: KafkaBusOptions,
    private readonly request: SubscribeOptions,
    handler: BatchHandler,
    private readonly admin: AdminConnection,
    deliveryOf: DeliveryOf,
  ) {
    this.#joined = new Promise((resolve, reject) => {
      this.#tellJoined = resolve;
      this.#tellFailed = reject;
    });
    this.#joined.catch(() => {});
    this.#board = new LaneBoard({
      group: request.group,
      handler,
      deliveryOf,
      maxBatchRecords: request.maxBatchRecords ?? DEFAULT_MAX_BATCH_RECORDS,
      maxBatchBytes: request.maxBatchBytes ?? DEFAULT_MAX_BATCH_BYTES,
      backoff: {
        initialMs: options.retryInitialMs ?? DEFAULT_RETRY_INITIAL_MS,
        maxMs: options.retryMaxMs ?? DEFAULT_RETRY_MAX_MS,
      },
      commits: { commit: (...each) => this.#commits.commit(...each) },
      permits: new Permits(request.concurrency ?? DEFAULT_CONCURRENCY),
      closing: () => this.#closing,
    });
  }

  get #closing(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Resolves once the group is joined, or after 15 s without it. Rejects with WEIR_TOPIC_MISSING. */
  async start(): Promise<void> {
    this.#life = this.#live();
    await Promise.race([this.#joined, pause(FIRST_JOIN_MS, this.#stop.signal)]);
  }

  close(): Promise<void> {
    this.#closed ??= this.#drain();
    return this.#closed;
  }

  async #live(): Promise<void> {
    while (!this.#closing) {
      this.#say('connecting');
      const reason = await this.#runSession();
      this.#former = this.#session?.memberId ?? this.#former;
      if (this.#closing) return;
      this.#failures += 1;
      this.#say('crashed', reason);
      if (!this.#everJoined && isUnknownTopic(reason) && this.#failures >= MISSING_TOPIC_ATTEMPTS) {
        this.#tellFailed(topicMissing(this.request.topics, reason));
        this.#stop.abort();
        return;
      }
      await pause(backoffDelay(RESTART, this.#failures), this.#stop.signal);
    }
  }

  #runSession(): Promise<unknown> {
    const { group, topics, from, concurrency } = this.request;
    // A commit that hangs with a dead session must not hold up those of the next.
    this.#commits = new GatheredCommits();
    this.#session = new ConsumerSession({
      options: this.options,
      group,
      topics,
      concurrency: concurrency ?? DEFAULT_CONCURRENCY,
      board: this.#board,
      fixStart: from === 'latest' ? (lanes, consumer) => this.#fixStart(lanes, consumer) : undefined,
      former: this.#former,
      onJoined: () => this.#onJoined(),
      onRebalancing: () => this.#say('rebalancing'),
      closing: () => this.#closing,
    });
    return this.#session.run();
  }

  #onJoined(): void {
    this.#everJoined = true;
    this.#failures = 0;
    this.#say('joined');
    this.#tellJoined();
  }

  async #fixStart(lanes: readonly PartitionLane[], consumer: Consumer): Promise<void> {
    const partitions = new Map<string, number[]>();
    for (const { topic, partition } of lanes)
      partitions.set(topic, [...(partitions.get(topic) ?? []), partition]);
    const ends = await this.admin.run((admin) => uncommittedEnds(admin, this.request.group, partitions));
    if (ends.length === 0) return;
    await consumer.commitOffsets(ends);
    for (const end of ends) consumer.seek(end);
  }

  /** Lets the handlers finish, then asks them to, then leaves without them; what is done is committed before. */
  async #drain(): Promise<void> {
    this.#stop.abort();
    this.#say('draining');
    this.#session?.pauseAll();
    const drainMs = this.options.drainTimeoutMs ?? DEFAULT_DRAIN_TIMEOUT_MS;
    const latest = Date.now() + drainMs + ABORT_GRACE_MS;
    const left = () => Math.max(0, latest - Date.now());
    const idle = Promise.all(this.#board.lanes.map((lane) => lane.idle));
    if (!(await endsWithin(drainMs, idle))) {
      for (const lane of this.#board.lanes) lane.abort();
      await endsWithin(left(), idle);
    }
    this.#session?.stop();
    await endsWithin(LEAVING_MS, this.#life);
    await endsWithin(left(), this.#board.settled());
    this.#say('closed');
  }

  #say(state: SubscriptionState, error?: unknown): void {
    const { group, topics } = this.request;
    const status = { group, topics, state, ...(error === undefined ? {} : { error }) };
    announceStatus(status);
    this.options.onStatus?.(status);
  }
}
