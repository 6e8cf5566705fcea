import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { announceBatch, announceRetry } from '../../channels.js';
import type { BatchHandler, EventBatch, OutgoingRecord } from '../../event-bus.js';
import type { Permits } from '../../permits/permits.js';
import { type Backoff, backoffDelay, pause } from '../client/backoff.js';
import { announceLag } from '../kafka-channels.js';
import { eventRecord } from './event-record.js';

const COMMIT_RETRY: Backoff = { initialMs: 100, maxMs: 5_000 };

/** What the lanes of a subscription share. */
export interface LaneContext {
  readonly group: string;
  readonly handler: BatchHandler;
  readonly publish: (records: readonly OutgoingRecord[]) => Promise<void>;
  readonly maxBatchRecords: number;
  readonly backoff: Backoff;
  readonly permits: Permits;
  /** True once the subscription closes: work in hand is finished, nothing more is begun. */
  readonly closing: () => boolean;
}

/** One assigned partition: hands its records to the handler chunk by chunk, and commits each chunk when it is done. */
export class PartitionLane {
  readonly #abort = new AbortController();
  readonly #revoked = new AbortController();
  #failures = 0;
  /** The chunk that failed is handed over again as it was. */
  #retryRecords: number | undefined;
  #work: Promise<void> | undefined;

  constructor(
    readonly topic: string,
    readonly partition: number,
    private readonly context: LaneContext,
  ) {}

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

  /** The partition belongs to someone else, or nobody knows: nothing more is committed. */
  revoke(): void {
    this.#revoked.abort();
    this.#abort.abort();
  }

  /** Asks the handler to come to an end; what it finishes is still committed. */
  abort(): void {
    this.#abort.abort();
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
    const { messages } = payload.batch;
    for (let at = 0; at < messages.length; ) {
      if (this.#revoked.signal.aborted || this.context.closing()) return 0;
      const chunk = messages.slice(at, at + (this.#retryRecords ?? this.context.maxBatchRecords));
      const begun = performance.now();
      try {
        await this.context.handler(this.#batch(payload, chunk));
      } catch (error) {
        return this.#failed(chunk, error);
      }
      this.#failures = 0;
      this.#retryRecords = undefined;
      if (!(await this.#committed(payload, chunk))) return 0;
      this.#announce(payload, chunk, (performance.now() - begun) / 1000);
      at += chunk.length;
    }
    return 0;
  }

  #batch({ batch, heartbeat }: EachBatchPayload, chunk: readonly KafkaMessage[]): EventBatch {
    const { topic, partition } = this;
    return {
      topic,
      partition,
      records: chunk.map((message) => eventRecord(topic, partition, message)),
      highWatermark: BigInt(batch.highWatermark),
      signal: this.#abort.signal,
      publish: this.context.publish,
      // A rebalance shows here too; the handler learns of it by its signal, if the partition goes.
      heartbeat: () => heartbeat().catch(() => {}),
    };
  }

  #failed(chunk: readonly KafkaMessage[], error: unknown): number {
    if (this.#revoked.signal.aborted || this.context.closing()) return 0;
    this.#failures += 1;
    this.#retryRecords = chunk.length;
    const delayMs = backoffDelay(this.context.backoff, this.#failures);
    const { group } = this.context;
    const { topic, partition } = this;
    announceRetry({
      group,
      topic,
      partition,
      records: chunk.length,
      attempt: this.#failures,
      delayMs,
      error,
    });
    return delayMs;
  }

  /**
   * Commits, then moves the position on. In this order a position is never ahead of the commit, so whoever reads the
   * partition next, this member or another, begins where the work ended. False where the partition was lost.
   */
  async #committed(payload: EachBatchPayload, chunk: readonly KafkaMessage[]): Promise<boolean> {
    const { topic, partition } = this;
    const last = chunk.at(-1)?.offset ?? '0';
    const offset = (BigInt(last) + 1n).toString();
    for (let attempt = 1; !this.#revoked.signal.aborted; attempt += 1) {
      try {
        await payload.commitOffsetsIfNecessary({
          topics: [{ topic, partitions: [{ partition, offset }] }],
        });
        if (this.#revoked.signal.aborted) return false;
        payload.resolveOffset(last);
        return true;
      } catch {
        // Away, moving or rebalancing: the lane either keeps its partition and can commit later, or is revoked.
        await pause(backoffDelay(COMMIT_RETRY, attempt), this.#revoked.signal);
      }
    }
    return false;
  }

  #announce({ batch }: EachBatchPayload, chunk: readonly KafkaMessage[], seconds: number): void {
    const { group } = this.context;
    const { topic, partition } = this;
    announceBatch({ group, topic, partition, records: chunk.length, seconds });
    const offset = BigInt(chunk.at(-1)?.offset ?? 0) + 1n;
    announceLag({ group, topic, partition, offset, lag: BigInt(batch.highWatermark) - offset });
  }
}
