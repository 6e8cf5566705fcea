import type { TopicSpec } from '@weir/contracts';
import { WeirError } from '../../errors/index.js';
import { allHeaders, type OutgoingRecord } from '../event-bus.js';
import { partitionOfKey } from '../partitioner/murmur2.js';
import { type ChunkRecord, encodeChunk, sizeInChunk } from './chunk.js';
import { writeDurably } from './durable-write.js';
import type { LogTopic } from './embedded-log.js';
import type { ChunkDatabase, PartitionLog } from './partition-log.js';

/** Chunks end at the first of these: small enough to rewrite one, large enough that LMDB's share is small. */
const MAX_CHUNK_BYTES = 64 * 1024;
const MAX_CHUNK_RECORDS = 512;
/** Kafka's own default of `max.message.bytes`. */
const DEFAULT_MAX_RECORD_BYTES = 1_048_588;

interface OpenChunk {
  readonly log: PartitionLog;
  readonly records: ChunkRecord[];
  bytes: number;
}

/** Puts records at the ends of partitions. */
export class Appender {
  /** Next partition of records without a key, by topic id. */
  readonly #turns = new Map<number, number>();

  constructor(private readonly chunks: ChunkDatabase) {}

  /** One transaction for all; LMDB joins the transactions of publishers that write at the same time. */
  async append(records: readonly OutgoingRecord[], topicOf: (name: string) => LogTopic): Promise<void> {
    const timestamp = Date.now();
    // Everything that may throw comes before the transaction.
    const writes = this.#cut(records, topicOf).map(({ log, records: contents }) => {
      const baseOffset = log.reserve(contents.length);
      const chunk = encodeChunk(baseOffset, timestamp, contents);
      return { log, key: log.key(baseOffset), chunk, end: baseOffset + contents.length };
    });
    await writeDurably(this.chunks, () => {
      for (const { key, chunk } of writes) this.chunks.put(key, chunk);
    });
    for (const { log, end } of writes) log.advance(end);
  }

  /** Checks everything before anything is written. */
  #cut(records: readonly OutgoingRecord[], topicOf: (name: string) => LogTopic): OpenChunk[] {
    const chunks: OpenChunk[] = [];
    const open = new Map<PartitionLog, OpenChunk>();
    for (const record of records) {
      const topic = topicOf(record.topic);
      const { key, value } = record;
      const headers = allHeaders(record);
      const bytes = sizeInChunk(headers === undefined ? { key, value } : { key, value, headers });
      assertAccepted(record, topic.spec, bytes);
      const log = this.#partition(record, topic);
      let chunk = open.get(log);
      if (chunk === undefined || isFull(chunk, bytes)) {
        chunk = { log, records: [], bytes: 0 };
        open.set(log, chunk);
        chunks.push(chunk);
      }
      const contents = { delta: chunk.records.length, key, value };
      chunk.records.push(headers === undefined ? contents : { ...contents, headers });
      chunk.bytes += bytes;
    }
    return chunks;
  }

  #partition({ key, partition }: OutgoingRecord, { id, partitions }: LogTopic): PartitionLog {
    const index =
      partition ?? (key === null ? this.#turn(id) : partitionOfKey(Buffer.from(key), partitions.length));
    const log = partitions[partition === undefined ? index % partitions.length : index];
    if (log === undefined) {
      throw new WeirError('WEIR_BUS_REJECTED', `The topic has no partition ${index}`, {
        context: { partition: index, partitions: partitions.length },
      });
    }
    return log;
  }

  #turn(topicId: number): number {
    const turn = this.#turns.get(topicId) ?? 0;
    this.#turns.set(topicId, turn + 1);
    return turn;
  }
}

function isFull(chunk: OpenChunk, more: number): boolean {
  return chunk.records.length >= MAX_CHUNK_RECORDS || chunk.bytes + more > MAX_CHUNK_BYTES;
}

function assertAccepted({ key }: OutgoingRecord, spec: TopicSpec, bytes: number): void {
  const bound = spec.maxMessageBytes ?? DEFAULT_MAX_RECORD_BYTES;
  if (bytes > bound) {
    const detail = `A record of ${bytes} bytes is over the bound of ${spec.name}, ${bound} bytes`;
    throw new WeirError('WEIR_BUS_REJECTED', detail, { context: { topic: spec.name, bytes, bound } });
  }
  if (key === null && spec.cleanup === 'compact') {
    const detail = `${spec.name} is compacted by key: a record without one would never go`;
    throw new WeirError('WEIR_BUS_REJECTED', detail, { context: { topic: spec.name } });
  }
}
