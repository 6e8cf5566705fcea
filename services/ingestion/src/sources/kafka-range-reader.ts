import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { WeirError } from '@weir/platform';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { PartitionRange } from './kafka-range.js';

/** A record's value and where it stands. */
export interface RangeRecord {
  readonly partition: number;
  readonly offset: string;
  readonly value: Buffer | null;
}

const QUEUED_RECORDS = 2_000;
const HEARTBEAT_MS = 3_000;
const STALLED_MS = 60_000;

/**
 * Reads ranges of a topic one partition after the other, so that the order of the records is always the same,
 * in a consumer group of its own that commits nothing and is deleted afterwards.
 */
export class KafkaRangeReader {
  readonly #group = `weir-ingestion-read-${randomUUID()}`;
  readonly #consumer: Consumer;
  readonly #records = new PassThrough({ objectMode: true, highWaterMark: QUEUED_RECORDS });
  #current = 0;
  #next: bigint;
  #movedAt = Date.now();
  #closed: Promise<void> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly topic: string,
    private readonly ranges: readonly PartitionRange[],
  ) {
    this.#consumer = kafka.consumer({
      groupId: this.#group,
      maxWaitTimeInMs: 500,
      readUncommitted: false,
      allowAutoTopicCreation: false,
    });
    this.#next = ranges[0]?.from ?? 0n;
  }

  /** The records, then the end. Fails with `WEIR_SOURCE_UNAVAILABLE` if the brokers go away. */
  async *records(): AsyncGenerator<RangeRecord, void, undefined> {
    if (this.ranges.length === 0) return;
    const watch = setInterval(() => this.#checkStalled(), HEARTBEAT_MS);
    try {
      await this.#start();
      for await (const record of this.#records) yield record as RangeRecord;
    } finally {
      clearInterval(watch);
      await this.close();
    }
  }

  /** Leaves the group. Idempotent. */
  close(): Promise<void> {
    this.#closed ??= this.#stop();
    return this.#closed;
  }

  async #start(): Promise<void> {
    const { CRASH, END_BATCH_PROCESS } = this.#consumer.events;
    this.#consumer.on(CRASH, ({ payload }) => this.#fail(payload.error.message));
    // Emitted too where a batch holds nothing but aborted records and transaction markers: a range may end with those.
    this.#consumer.on(END_BATCH_PROCESS, ({ payload }) =>
      this.#passed(payload.partition, BigInt(payload.lastOffset)),
    );
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topic: this.topic, fromBeginning: true });
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => this.#take(payload),
    });
    this.#turnTo(0);
  }

  /** Lets only the range's own partition be fetched, from its beginning. */
  #turnTo(index: number): void {
    this.#current = index;
    this.#movedAt = Date.now();
    const range = this.ranges[index];
    if (range === undefined) {
      this.#records.end();
      return;
    }
    this.#next = range.from;
    const others = this.ranges.map((each) => each.partition).filter((each) => each !== range.partition);
    this.#consumer.pause([{ topic: this.topic, partitions: others }]);
    this.#consumer.resume([{ topic: this.topic, partitions: [range.partition] }]);
    this.#consumer.seek({ topic: this.topic, partition: range.partition, offset: String(range.from) });
  }

  async #take({ batch, heartbeat, pause, resolveOffset, isStale }: EachBatchPayload): Promise<void> {
    const range = this.ranges[this.#current];
    if (range === undefined || batch.partition !== range.partition) {
      pause();
      return;
    }
    if (isStale()) return;
    for (const { offset, value } of batch.messages) {
      if (BigInt(offset) >= this.#next && BigInt(offset) < range.to) {
        await this.#push({ partition: range.partition, offset, value }, heartbeat);
        this.#next = BigInt(offset) + 1n;
      }
    }
    resolveOffset(batch.lastOffset());
  }

  async #push(record: RangeRecord, heartbeat: () => Promise<void>): Promise<void> {
    this.#movedAt = Date.now();
    if (this.#records.destroyed || this.#records.write(record)) return;
    const drained = once(this.#records, 'drain').catch(() => undefined);
    while (this.#records.writableNeedDrain && !this.#records.destroyed) {
      const waiting = new AbortController();
      await Promise.race([drained, delay(HEARTBEAT_MS, undefined, waiting).catch(() => undefined)]);
      waiting.abort();
      this.#movedAt = Date.now();
      await heartbeat();
    }
  }

  #passed(partition: number, lastOffset: bigint): void {
    const range = this.ranges[this.#current];
    if (range === undefined || partition !== range.partition) return;
    this.#movedAt = Date.now();
    if (lastOffset + 1n >= range.to) this.#turnTo(this.#current + 1);
  }

  #checkStalled(): void {
    if (Date.now() - this.#movedAt > STALLED_MS) this.#fail(`nothing came for ${STALLED_MS / 1000} s`);
  }

  #fail(message: string): void {
    this.#records.destroy(
      new WeirError('WEIR_SOURCE_UNAVAILABLE', `Topic ${this.topic} cannot be read: ${message}`),
    );
  }

  async #stop(): Promise<void> {
    this.#records.destroy();
    await this.#consumer.disconnect().catch(() => undefined);
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      await admin.deleteGroups([this.#group]);
    } catch {
      // A group without members and offsets is dropped by the broker itself.
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}
