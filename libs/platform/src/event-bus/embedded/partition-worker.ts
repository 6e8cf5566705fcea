import { setTimeout as sleep } from 'node:timers/promises';
import { announceBatch, announceRetry } from '../channels.js';
import type { BatchHandler, EventBatch, EventRecord } from '../event-bus.js';
import type { Permits } from '../permits/permits.js';
import type { BatchEffects, BeginBatch } from './batch-effects.js';
import type { BatchBounds } from './batch-reading.js';
import type { Worker } from './consumer-group.js';
import type { GroupOffsets } from './group-offsets.js';
import type { PartitionLog } from './partition-log.js';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;

/** What the workers of one subscription share. */
export interface WorkerContext {
  readonly group: string;
  readonly handler: BatchHandler;
  readonly begin: BeginBatch;
  readonly bounds: BatchBounds;
  readonly permits: Permits;
  readonly offsets: GroupOffsets;
}

interface FailedAttempt {
  readonly error: unknown;
  readonly records: number;
  /** Offset after the last record of the batch, if it could be read: the next attempt has the same. */
  readonly until: number | undefined;
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
    let failed: FailedAttempt | undefined;
    for (let attempt = 1; ; attempt += 1) {
      await this.context.permits.acquire();
      if (this.#stopped) {
        this.context.permits.release();
        return position;
      }
      const outcome = await this.#attempt(position, failed);
      this.context.permits.release();
      if ('next' in outcome) return outcome.next;
      if (this.#stopped) return position;
      failed = outcome;
      await this.#pause(attempt, failed);
    }
  }

  /** The batch is read anew for each attempt: a partition that waits for its next holds no records in memory. */
  async #attempt(
    position: number,
    before?: FailedAttempt,
  ): Promise<{ readonly next: number } | FailedAttempt> {
    const { bounds } = this.context;
    const { end } = this.log;
    let [count, until] = [0, before?.until];
    try {
      const records = this.log.read(position, until === undefined ? bounds : { ...bounds, until });
      count = records.length;
      // Compaction may have taken all that was left below the end.
      if (count === 0) return { next: until ?? end };
      until ??= Number(records.at(-1)?.offset) + 1;
      await this.#hand(records, until);
      return { next: until };
    } catch (error) {
      return { error, records: count, until };
    }
  }

  /** Resolves when the batch is handled and committed. */
  async #hand(records: readonly EventRecord[], next: number): Promise<void> {
    const { log, context } = this;
    const startedAt = performance.now();
    const effects = context.begin(log);
    this.#batch = new AbortController();
    try {
      await context.handler(this.#describe(records, this.#batch.signal, effects));
      await effects.commit(next);
    } finally {
      effects.end();
    }
    announceBatch({
      ...this.#place(records.length),
      seconds: (performance.now() - startedAt) / 1_000,
    });
  }

  #describe(records: readonly EventRecord[], signal: AbortSignal, effects: BatchEffects): EventBatch {
    const { topic, partition, end } = this.log;
    return {
      topic,
      partition,
      records,
      highWatermark: BigInt(end),
      signal,
      publish: (outgoing) => effects.publish(outgoing),
      heartbeat: async () => {},
    };
  }

  async #pause(attempt: number, { records, error }: FailedAttempt): Promise<void> {
    const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
    announceRetry({ ...this.#place(records), attempt, delayMs, error });
    await sleep(delayMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  #place(records: number) {
    return { group: this.context.group, topic: this.log.topic, partition: this.log.partition, records };
  }
}
