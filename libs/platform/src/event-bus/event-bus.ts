import type { TopicSpec } from '@weir/contracts';

/** A record as it stands in a topic. */
export interface EventRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** Header values as text. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch, as the producer or the broker stamped it. */
  readonly timestamp: number;
}

/** A record to publish. Records with the same key go to the same partition, in the order given. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that many records have in common, the same object in each: encoded once. One of `headers` goes before its namesake here. */
  readonly sharedHeaders?: Readonly<Record<string, string>>;
  /** Overrides the partition that the key would choose. */
  readonly partition?: number;
}

/** Consecutive records of one partition, handed to a handler together. */
export interface EventBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly EventRecord[];
  /** The offset that the next record of the partition will get. */
  readonly highWatermark: bigint;
  /** Aborted when the partition is taken away or the subscription closes: finish or stop, but publish nothing more. */
  readonly signal: AbortSignal;
  /**
   * Publishes what the batch led to. At least once: as `EventBus.publish`. Exactly once: into the batch's transaction,
   * with its offsets; readers see all of it once the handler resolved, or nothing.
   */
  publish(records: readonly OutgoingRecord[]): Promise<void>;
  /** Keeps the membership alive while a handler works for longer than a few seconds. */
  heartbeat(): Promise<void>;
}

/**
 * Resolves once the batch's effects are acknowledged; only then are its offsets committed.
 * A rejection pauses the partition and hands the same records over again after a growing delay: nothing is skipped.
 */
export type BatchHandler = (batch: EventBatch) => Promise<void>;

/**
 * `at-least-once`: offsets are committed after the handler's effects; what was in work at a crash is handled again.
 * `exactly-once`: what the handler gives `batch.publish` and the offsets are one transaction, whoever else believes to
 * hold the partition. What it publishes otherwise, or does elsewhere, is at least once all the same.
 */
export type Delivery = 'at-least-once' | 'exactly-once';

export interface SubscribeOptions {
  /** Consumer group; members of one group share the partitions. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Where a group without a committed offset begins. */
  readonly from: 'earliest' | 'latest';
  /** Upper bound of records in a batch. Default 2,000. */
  readonly maxBatchRecords?: number;
  /** Upper bound of a batch's keys and values in bytes; a larger record comes alone. Default 1 MiB. */
  readonly maxBatchBytes?: number;
  /** Partitions handled at the same time. Default 4. */
  readonly concurrency?: number;
  /** Default `at-least-once`. */
  readonly delivery?: Delivery;
}

export interface Subscription {
  /** Waits for batches in work, commits them, leaves the group. Idempotent. */
  close(): Promise<void>;
}

/** Records not yet handled by a group, by partition. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lag: bigint;
}

/**
 * Topics with consumer groups. The promise, kept by every adapter: ordered per key; each record handed to each
 * group at least once; batches; committed work survives `kill -9`; compacted topics.
 */
export interface EventBus {
  /** Creates what is missing, with the settings of the specifications. Existing topics are left as they are. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  /** Resolves when every record is durably acknowledged; rejects if any is not (it may then have been written or not). */
  publish(records: readonly OutgoingRecord[]): Promise<void>;
  subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription>;
  lag(group: string, topics: readonly string[]): Promise<PartitionLag[]>;
  /** Rejects with the reason if the bus cannot be reached now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A record's own headers and those it shares with others; `undefined` where it has neither. */
export function allHeaders({
  headers,
  sharedHeaders,
}: Pick<OutgoingRecord, 'headers' | 'sharedHeaders'>): Readonly<Record<string, string>> | undefined {
  return sharedHeaders === undefined ? headers : { ...sharedHeaders, ...headers };
}
