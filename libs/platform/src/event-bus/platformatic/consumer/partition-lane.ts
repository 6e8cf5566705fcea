import { type Backoff, backoffDelay, pause } from '../../backoff/backoff.js';
import { announceLag } from '../../brokers/kafka-channels.js';
import { announceBatch, announceRetry } from '../../channels.js';
import type { BatchHandler, EventBatch } from '../../event-bus.js';
import type { Permits } from '../../permits/permits.js';
import type { Bound, FetchedRecords } from '../../records/decoding/fetched-records.js';
import type { LaneDelivery } from '../delivery/lane-delivery.js';
import { type Chunk, LaneBuffer } from './lane-buffer.js';
import type { CommitPlace } from './offset-committer.js';

const START_RETRY: Backoff = { initialMs: 100, maxMs: 2_000 };

/** What the lanes of a subscription share. */
export interface LaneContext {
  readonly group: string;
  readonly handler: BatchHandler;
  readonly bound: Bound;
  readonly backoff: Backoff;
  readonly permits: Permits;
  /** Aborted once the subscription closes: work in hand is finished, nothing more is begun. */
  readonly closing: AbortSignal;
  readonly delivery: (place: CommitPlace) => LaneDelivery;
  /** There is room for more records. */
  readonly hungry: () => void;
}

/** One assigned partition: hands its records to the handler chunk by chunk, and commits each chunk when it is done. */
export class PartitionLane {
  readonly #revoked = new AbortController();
  readonly #abort = new AbortController();
  readonly #delivery: LaneDelivery;
  readonly #over: AbortSignal;
  #buffer: LaneBuffer | undefined;
  #failures = 0;
  #handling: Promise<void> | undefined;
  #arrived: () => void = () => {};
  #tellStarted: () => void = () => {};
  /** Resolves when the lane knows where it begins, or never will. */
  readonly started: Promise<void>;

  constructor(
    readonly topic: string,
    readonly partition: number,
    private readonly context: LaneContext,
  ) {
    this.#over = AbortSignal.any([this.#revoked.signal, context.closing]);
    this.#delivery = context.delivery({ topic, partition, revoked: this.#revoked.signal });
    this.started = new Promise((resolve) => {
      this.#tellStarted = resolve;
    });
    this.#over.addEventListener('abort', () => {
      this.#tellStarted();
      this.#arrived();
    });
  }

  /** Where to fetch from; `undefined` where the lane has not begun, or is over. */
  get fetchAt(): number | undefined {
    return this.#over.aborted ? undefined : this.#buffer?.fetchAt;
  }

  /** Fetched and not handed over yet. */
  get bufferedBytes(): number {
    return this.#buffer?.bytes ?? 0;
  }

  /** Settles when the work in hand does; never rejects. */
  get idle(): Promise<void> {
    return this.#handling ?? Promise.resolve();
  }

  /** Lives until the partition is revoked or the subscription closes. `former`: the end of a lane before it. Never rejects. */
  async run(former: Promise<void> | undefined): Promise<void> {
    await former;
    while (!this.#over.aborted) {
      try {
        if (this.#buffer === undefined) await this.#begin();
        else await this.#next(this.#buffer);
      } catch (error) {
        await this.#unreadable(error);
      }
    }
    await this.#delivery.end().catch(() => {});
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

  /** Adds what was fetched from `fetchAt`. */
  deliver(fetched: FetchedRecords): void {
    this.#buffer?.add(fetched);
    this.#arrived();
  }

  /** Retention deleted what is at `fetchAt`. */
  continueAt(position: number): void {
    this.#buffer?.continueAt(position);
  }

  async #begin(): Promise<void> {
    for (let failures = 1; !this.#over.aborted; failures += 1) {
      try {
        const position = await this.#delivery.start();
        if (this.#over.aborted) return;
        this.#buffer = new LaneBuffer(position);
        this.#tellStarted();
        this.context.hungry();
        return;
      } catch {
        await pause(backoffDelay(START_RETRY, failures), this.#over);
      }
    }
  }

  async #next(buffer: LaneBuffer): Promise<void> {
    const chunk = buffer.take(this.context.bound);
    if (chunk === undefined) {
      await this.#arrival();
      return;
    }
    this.context.hungry();
    while (!this.#over.aborted && this.#buffer === buffer) {
      const delayMs = await this.#withPermit(chunk);
      if (delayMs === undefined) return;
      await pause(delayMs, this.#over);
    }
  }

  /** What was fetched cannot be read: it is fetched again, less and less often, while other partitions go on. */
  async #unreadable(error: unknown): Promise<void> {
    this.#buffer = undefined;
    await pause(this.#report(0, error), this.#over);
  }

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived = resolve;
      if (this.#over.aborted) resolve();
    });
  }

  /** Resolves to the milliseconds to wait before the chunk goes again, or to `undefined`. */
  async #withPermit(chunk: Chunk): Promise<number | undefined> {
    await this.context.permits.acquire();
    try {
      if (this.#over.aborted) return undefined;
      const handling = this.#handle(chunk);
      this.#handling = handling.then(() => {
        this.#handling = undefined;
      });
      return await handling;
    } finally {
      this.context.permits.release();
    }
  }

  async #handle(chunk: Chunk): Promise<number | undefined> {
    const begun = performance.now();
    try {
      if (chunk.records.length > 0) await this.context.handler(this.#batch(chunk));
    } catch (error) {
      return this.#failed(chunk, error);
    }
    try {
      if (!(await this.#delivery.commit(chunk.next))) return undefined;
    } catch (error) {
      return this.#failed(chunk, error);
    }
    this.#failures = 0;
    if (chunk.records.length > 0) this.#announce(chunk, (performance.now() - begun) / 1000);
    return undefined;
  }

  async #failed(chunk: Chunk, error: unknown): Promise<number | undefined> {
    const kept = await this.#delivery.abandon().catch(() => false);
    if (this.#over.aborted) return undefined;
    if (!kept) this.#buffer = undefined;
    return this.#report(chunk.records.length, error);
  }

  /** Returns the milliseconds until the next attempt. */
  #report(records: number, error: unknown): number {
    this.#failures += 1;
    const attempt = this.#failures;
    const delayMs = backoffDelay(this.context.backoff, attempt);
    const { group } = this.context;
    const { topic, partition } = this;
    announceRetry({ group, topic, partition, records, attempt, delayMs, error });
    return delayMs;
  }

  #batch({ records, highWatermark }: Chunk): EventBatch {
    const { topic, partition } = this;
    return {
      topic,
      partition,
      records,
      highWatermark,
      signal: this.#abort.signal,
      publish: this.#delivery.publisher(),
      // Heartbeats do not depend on handlers.
      heartbeat: () => Promise.resolve(),
    };
  }

  #announce({ records, next, highWatermark }: Chunk, seconds: number): void {
    const { group } = this.context;
    const { topic, partition } = this;
    announceBatch({ group, topic, partition, records: records.length, seconds });
    const offset = BigInt(next);
    announceLag({
      group,
      topic,
      partition,
      offset,
      lag: highWatermark > offset ? highWatermark - offset : 0n,
    });
  }
}
