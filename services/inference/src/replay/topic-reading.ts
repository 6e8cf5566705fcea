import type { EventBatch, EventBus, EventRecord } from '@weir/platform';
import { PartitionEnds } from './partition-ends.js';

/** A transaction's end takes an offset and is no record: a partition may end before its last offset. */
const QUIET_MS = 5_000;

export interface TopicReading {
  readonly topic: string;
  readonly group: string;
  /** Records given at once; what is given is committed together. */
  readonly maxBatchRecords?: number;
  /** What a batch holds beyond the end is given too: for a group that lives on, all that is committed must be read. */
  readonly wholeBatches?: boolean;
  /** Milliseconds without a record after which nothing more is waited for. Default 5,000. */
  readonly quietMs?: number;
}

/** Resolves to false where enough was read. */
export type ReadRecords = (records: readonly EventRecord[], batch: EventBatch) => Promise<boolean>;

/**
 * Gives what a topic holds beyond the group's commit to `read`, one batch at a time, up to where it ended at the call,
 * and commits what was read. Rejects with what `read` rejects with, and then commits nothing of that batch.
 */
export async function readTopic(bus: EventBus, reading: TopicReading, read: ReadRecords): Promise<void> {
  const { topic, group, maxBatchRecords, wholeBatches = false, quietMs = QUIET_MS } = reading;
  const ends = new PartitionEnds(await bus.lag(group, [topic]));
  if (ends.allReached) return;
  const end = new ReadingEnd(quietMs);
  const subscription = await bus.subscribe(
    { group, topics: [topic], from: 'earliest', concurrency: 1, ...(maxBatchRecords && { maxBatchRecords }) },
    async (batch) => {
      if (end.isOver) throw new Error('the reading has ended');
      const within = ends.within(batch);
      if (within.length === 0) throw new Error('the partition was read to its end');
      const records = wholeBatches ? batch.records : within;
      end.pause();
      try {
        const wantsMore = await read(records, batch);
        ends.passed(batch);
        if (!wantsMore || ends.allReached) end.finish();
        else end.wait();
      } catch (error) {
        end.fail(error);
        throw error;
      }
    },
  );
  end.wait();
  try {
    await end.reached;
  } finally {
    await subscription.close();
  }
  // A broker that went away is quiet, too.
  await bus.check();
}

/** How a reading ends: by its reader, by a failure, or because nothing comes any more. */
class ReadingEnd {
  readonly reached: Promise<void>;
  isOver = false;
  #resolve: () => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #quiet: NodeJS.Timeout | undefined;

  constructor(private readonly quietMs: number) {
    this.reached = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // A failure may come before anyone waits.
    this.reached.catch(() => undefined);
  }

  finish(): void {
    this.pause();
    this.isOver = true;
    this.#resolve();
  }

  fail(error: unknown): void {
    this.pause();
    this.isOver = true;
    this.#reject(error);
  }

  wait(): void {
    this.pause();
    if (!this.isOver) this.#quiet = setTimeout(() => this.finish(), this.quietMs);
  }

  pause(): void {
    clearTimeout(this.#quiet);
  }
}
