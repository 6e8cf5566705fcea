import { setTimeout as sleep } from 'node:timers/promises';
import { announceBatch, announceRetry } from '../channels.js';
import type { BatchHandler, EventBatch, EventRecord, OutgoingRecord } from '../event-bus.js';
import type { Permits } from '../permits/permits.js';
import type { Worker } from './consumer-group.js';
import type { GroupOffsets } from './group-offsets.js';
import type { PartitionLog } from './partition-log.js';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;

/** What the workers of one subscription share. */
export interface WorkerContext {
  readonly group: string;
  readonly handler: BatchHandler;
  readonly publish: (records: readonly OutgoingRecord[]) => Promise<void>;
  readonly maxBatchRecords: number;
  readonly permits: Permits;
  readonly offsets: GroupOffsets;
}

/** Hands the records of one partition to a handler, batch after batch, until it is stopped. */
export class PartitionWorker implements Worker {
  readonly #stopping = new AbortController();
  readonly #finished: Promise<void>;
  /** Of the batch in work: each has a signal of its own, so that what handlers hang on it goes with it. */
  #batch: AbortController | undefined;
  #wake: () => void = () => {};

  constructor(
    private readonly context: WorkerContext,
    private readonly log: PartitionLog,
  ) {
    this.#finished = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#batch?.abort();
    this.#wake();
    await this.#finished;
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #run(): Promise<void> {
    const { log, context } = this;
    const unlisten = log.onAppend(() => this.#wake());
    let position = context.offsets.committed(context.group, log) ?? log.start;
    while (!this.#stopped) {
      if (position >= log.end) await this.#appended(position);
      else position = await this.#work(position);
    }
    unlisten();
  }

  #appended(position: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#stopped || this.log.end > position) resolve();
    });
  }

  /** Handles the batch at `position`, as often as it takes. Returns the next position. */
  async #work(position: number): Promise<number> {
    const { permits, maxBatchRecords } = this.context;
    let records: EventRecord[] | undefined;
    for (let attempt = 1; ; attempt += 1) {
      await permits.acquire();
      let failure: { readonly error: unknown };
      try {
        if (this.#stopped) return position;
        const end = this.log.end;
        records ??= this.log.read(position, maxBatchRecords);
        // Compaction may have taken all that was left below the end.
        if (records.length === 0) return end;
        return await this.#hand(records);
      } catch (error) {
        failure = { error };
      } finally {
        permits.release();
      }
      if (this.#stopped) return position;
      await this.#pause(attempt, records?.length ?? 0, failure.error);
    }
  }

  /** Resolves when the batch is handled and committed. */
  async #hand(records: readonly EventRecord[]): Promise<number> {
    const { log, context } = this;
    const next = Number(records.at(-1)?.offset) + 1;
    const startedAt = performance.now();
    this.#batch = new AbortController();
    await context.handler(this.#describe(records, this.#batch.signal));
    await context.offsets.commit(context.group, [[log, next]]);
    announceBatch({
      ...this.#place(records.length),
      seconds: (performance.now() - startedAt) / 1_000,
    });
    return next;
  }

  #describe(records: readonly EventRecord[], signal: AbortSignal): EventBatch {
    const { topic, partition, end } = this.log;
    return {
      topic,
      partition,
      records,
      highWatermark: BigInt(end),
      signal,
      publish: this.context.publish,
      heartbeat: async () => {},
    };
  }

  async #pause(attempt: number, records: number, error: unknown): Promise<void> {
    const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
    announceRetry({ ...this.#place(records), attempt, delayMs, error });
    await sleep(delayMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  #place(records: number) {
    return { group: this.context.group, topic: this.log.topic, partition: this.log.partition, records };
  }
}
