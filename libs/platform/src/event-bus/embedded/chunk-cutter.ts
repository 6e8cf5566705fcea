import type { TopicSpec } from '@weir/contracts';
import { WeirError } from '../../errors/index.js';
import type { OutgoingRecord } from '../event-bus.js';
import { partitionOfKey } from '../partitioner/murmur2.js';
import type { UnplacedChunk } from './appender.js';
import { ChunkBuilder } from './chunk.js';
import type { LogTopic } from './embedded-log.js';
import type { PartitionLog } from './partition-log.js';
import { HeaderWriter } from './record-headers.js';

/** Chunks end at about the first of these: small enough to rewrite one, large enough that LMDB's share is small. */
const MAX_CHUNK_BYTES = 64 * 1024;
const MAX_CHUNK_RECORDS = 512;
/** Kafka's own default of `max.message.bytes`. */
const DEFAULT_MAX_RECORD_BYTES = 1_048_588;

interface OpenChunk {
  readonly log: PartitionLog;
  readonly builder: ChunkBuilder;
}

/** Checks the records of one publish and encodes them into chunks of their partitions. */
export class ChunkCutter {
  readonly #chunks: OpenChunk[] = [];
  readonly #open = new Map<PartitionLog, OpenChunk>();
  readonly #headers = new HeaderWriter();

  constructor(
    private readonly topicOf: (name: string) => LogTopic,
    /** Counts the records without a key of a topic. */
    private readonly turnOf: (topicId: number) => number,
  ) {}

  /** Throws `WEIR_BUS_REJECTED` or `WEIR_TOPIC_MISSING`; the cutter is then of no more use. */
  add(record: OutgoingRecord): void {
    const topic = this.topicOf(record.topic);
    assertKey(record, topic.spec);
    const { builder } = this.#chunkOf(this.#partition(record, topic), record);
    assertSize(builder.add(record), topic.spec);
  }

  cut(): UnplacedChunk[] {
    return this.#chunks.map(({ log, builder }) => ({ log, chunk: builder.finish(), count: builder.count }));
  }

  #chunkOf(log: PartitionLog, record: OutgoingRecord): OpenChunk {
    const open = this.#open.get(log);
    if (open !== undefined && !isFull(open.builder, record)) return open;
    const chunk = { log, builder: new ChunkBuilder(this.#headers) };
    this.#open.set(log, chunk);
    this.#chunks.push(chunk);
    return chunk;
  }

  #partition({ key, partition }: OutgoingRecord, { id, partitions }: LogTopic): PartitionLog {
    const index =
      partition ?? (key === null ? this.turnOf(id) % partitions.length : placeOf(key, partitions));
    const log = partitions[index];
    if (log === undefined) {
      throw new WeirError('WEIR_BUS_REJECTED', `The topic has no partition ${index}`, {
        context: { partition: index, partitions: partitions.length },
      });
    }
    return log;
  }
}

function placeOf(key: string | Buffer, { length }: readonly PartitionLog[]): number {
  return partitionOfKey(typeof key === 'string' ? Buffer.from(key) : key, length);
}

/** The length of a text is its bytes at least. */
function isFull({ count, bytes }: ChunkBuilder, { key, value }: OutgoingRecord): boolean {
  const more = (key?.length ?? 0) + (value?.length ?? 0);
  return count >= MAX_CHUNK_RECORDS || bytes + more > MAX_CHUNK_BYTES;
}

function assertSize(bytes: number, spec: TopicSpec): void {
  const bound = spec.maxMessageBytes ?? DEFAULT_MAX_RECORD_BYTES;
  if (bytes <= bound) return;
  const detail = `A record of ${bytes} bytes is over the bound of ${spec.name}, ${bound} bytes`;
  throw new WeirError('WEIR_BUS_REJECTED', detail, { context: { topic: spec.name, bytes, bound } });
}

function assertKey({ key }: OutgoingRecord, spec: TopicSpec): void {
  if (key !== null || spec.cleanup !== 'compact') return;
  const detail = `${spec.name} is compacted by key: a record without one would never go`;
  throw new WeirError('WEIR_BUS_REJECTED', detail, { context: { topic: spec.name } });
}
