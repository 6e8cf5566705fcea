import type { EachBatchPayload } from 'kafkajs';
import { type Backoff, backoffDelay } from '../../backoff/backoff.js';
import { announceLag } from '../../brokers/kafka-channels.js';
import { announceBatch, announceRetry } from '../../channels.js';
import type { BatchHandler, EventBatch, EventRecord } from '../../event-bus.js';
import type { Permits } from '../../permits/permits.js';
import type { Bound, FetchedRecords } from '../../records/decoding/fetched-records.js';
import type { RecordView } from '../../records/decoding/record-view.js';
import type { DeliveryOf, LaneDelivery } from '../delivery/lane-delivery.js';
import { fetchedRecords } from './fetched-records.js';
import type { GatheredCommits } from './gathered-commits.js';

/** What the lanes of a subscription share. */
export interface LaneContext {
  readonly group: string;
  readonly handler: BatchHandler;
  readonly deliveryOf: DeliveryOf;
  readonly maxBatchRecords: number;
  readonly maxBatchBytes: number;
  readonly backoff: Backoff;
  readonly permits: Permits;
  readonly commits: Pick<GatheredCommits, 'commit'>;
  /** True once the subscription closes: work in hand is finished, nothing more is begun. */
  readonly closing: () => boolean;
}

/** One assigned partition: hands its records to the handler chunk by chunk, and commits each chunk when it is done. */
export class PartitionLane {
  readonly #abort = new AbortController();
  readonly #revoked = new AbortController();
  readonly #delivery: LaneDelivery;
  /** The next offset to handle. kafkajs may fetch from an older one, after a rebalance that saw no newer commit. */
  #next: bigint | undefined;
  #failures = 0;
  /** The chunk that failed is handed over again as it was. */
  #retryRecords: number | undefined;
  #work: Promise<void> | undefined;

  constructor(
    readonly topic: string,
    readonly partition: number,
    private readonly context: LaneContext,
  ) {
    this.#delivery = context.deliveryOf({ topic, partition });
  }

  get working(): boolean {
    return this.#work !== undefined;
  }

  /** Settles when the work in hand does; never rejects. */
  get idle(): Promise<void> {
    return this.#work ?? Promise.resolve();
  }

  /** Resolves to the milliseconds to wait before the next fetch: 0, or the delay after a failure. Never rejects. */
  handle(payload: EachBatchPayload): Promise<number> {
    const work = this.#withPermit(() => this.#chunks(payload));
    const settled = work.then(() => {
      this.#work = undefined;
    });
    this.#work = settled;
    return settled.then(() => work);
  }

  /** The partition belongs to someone else, or nobody knows: nothing more is committed. Settles once all is given up. */
  async revoke(): Promise<void> {
    this.#revoked.abort();
    this.#abort.abort();
    await this.idle;
    await this.#delivery.close();
  }

  /** Asks the handler to come to an end; what it finishes is still committed. */
  abort(): void {
    this.#abort.abort();
  }

  get #lost(): boolean {
    return this.#revoked.signal.aborted;
  }

  async #withPermit(work: () => Promise<number>): Promise<number> {
    await this.context.permits.acquire();
    try {
      return await work();
    } finally {
      this.context.permits.release();
    }
  }

  async #chunks(payload: EachBatchPayload): Promise<number> {
    if (!this.#goesOn()) return 0;
    let fetched: FetchedRecords;
    try {
      this.#next = (await this.#delivery.begin()) ?? this.#standsAt(payload);
      fetched = fetchedRecords(payload, this.#next === undefined ? undefined : Number(this.#next));
    } catch (error) {
      return this.#failed(0, error);
    }
    do {
      if (!this.#goesOn()) return 0;
      const chunk: RecordView[] = [];
      try {
        fetched.take(chunk, this.#bound, 0);
        if (!(await this.#handled(payload, chunk, BigInt(fetched.next)))) return 0;
      } catch (error) {
        this.#delivery.abandon();
        this.#retryRecords = chunk.length === 0 ? undefined : chunk.length;
        return this.#failed(chunk.length, error);
      }
    } while (!fetched.done);
    return 0;
  }

  get #bound(): Bound {
    const { maxBatchRecords, maxBatchBytes } = this.context;
    return { records: this.#retryRecords ?? maxBatchRecords, bytes: maxBatchBytes };
  }

  #goesOn(): boolean {
    return !this.#lost && !this.context.closing();
  }

  /** A topic that was made anew begins before where the old one ended. */
  #standsAt({ batch }: EachBatchPayload): bigint | undefined {
    return this.#next !== undefined && this.#next > BigInt(batch.highWatermark) ? undefined : this.#next;
  }

  /**
   * Handles, commits, then moves the position on. In this order a position is never ahead of the commit, so whoever
   * reads the partition next, this member or another, begins where the work ended. False where the partition was lost.
   */
  async #handled(payload: EachBatchPayload, chunk: readonly EventRecord[], end: bigint): Promise<boolean> {
    const begun = performance.now();
    if (chunk.length > 0) await this.context.handler(this.#batch(payload, chunk));
    const { topic, partition } = this;
    const asMember = (offset: bigint) =>
      this.context.commits.commit(
        topic,
        partition,
        offset,
        (offsets) => payload.commitOffsetsIfNecessary(offsets),
        this.#revoked.signal,
      );
    if (!(await this.#delivery.commit(end, asMember, this.#revoked.signal))) return false;
    this.#failures = 0;
    this.#retryRecords = undefined;
    this.#next = end;
    if (this.#lost) return false;
    payload.resolveOffset(String(end - 1n));
    this.#announce(payload, chunk.length, end, (performance.now() - begun) / 1000);
    return true;
  }

  #batch({ batch, heartbeat }: EachBatchPayload, records: readonly EventRecord[]): EventBatch {
    const { topic, partition } = this;
    return {
      topic,
      partition,
      records,
      highWatermark: BigInt(batch.highWatermark),
      signal: this.#abort.signal,
      publish: this.#delivery.publisher(),
      // A rebalance shows here too; the handler learns of it by its signal, if the partition goes.
      heartbeat: () => heartbeat().catch(() => {}),
    };
  }

  #failed(records: number, error: unknown): number {
    if (!this.#goesOn()) return 0;
    this.#failures += 1;
    const delayMs = backoffDelay(this.context.backoff, this.#failures);
    const { group } = this.context;
    const { topic, partition } = this;
    announceRetry({ group, topic, partition, records, attempt: this.#failures, delayMs, error });
    return delayMs;
  }

  #announce({ batch }: EachBatchPayload, records: number, offset: bigint, seconds: number): void {
    const { group } = this.context;
    const { topic, partition } = this;
    if (records > 0) announceBatch({ group, topic, partition, records, seconds });
    announceLag({ group, topic, partition, offset, lag: BigInt(batch.highWatermark) - offset });
  }
}
