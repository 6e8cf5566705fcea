import { createAPI, FetchIsolationLevels, type Reader, Writer } from '@platformatic/kafka';
import type { AbortedTransaction } from '../../records/decoding/aborted-transactions.js';
import { VarintReader } from '../../records/varint.js';

const API_KEY = 1;
/** Of Kafka 2.7; the last with names of topics, which no deletion and creation of a topic makes stale. */
const VERSION = 12;
const NO_SESSION = -1;

export interface FetchPosition {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

export interface FetchSettings {
  /** Milliseconds that the broker waits for a first byte. */
  readonly waitMs: number;
  readonly maxBytes: number;
  readonly maxPartitionBytes: number;
}

/** What a fetch brought of one partition. */
export interface PartitionAnswer {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
  readonly highWatermark: bigint;
  readonly aborted: readonly AbortedTransaction[];
  /** Record batches as they came, the last one maybe cut. */
  readonly data: Buffer;
}

/**
 * Fetches committed records, and leaves them as bytes. The library's own request makes an object of every record, and
 * a session at the broker for every fetch.
 */
export const fetchRecords = createAPI<
  [settings: FetchSettings, positions: readonly FetchPosition[]],
  PartitionAnswer[]
>(API_KEY, VERSION, createRequest, parseAnswer);

function createRequest(settings: FetchSettings, positions: readonly FetchPosition[]): Writer {
  return Writer.create()
    .appendInt32(-1)
    .appendInt32(settings.waitMs)
    .appendInt32(1)
    .appendInt32(settings.maxBytes)
    .appendInt8(FetchIsolationLevels.READ_COMMITTED)
    .appendInt32(0)
    .appendInt32(NO_SESSION)
    .appendArray(byTopic(positions), (topics, [topic, partitions]) =>
      topics.appendString(topic).appendArray(partitions, (writer, { partition, offset }) => {
        writer
          .appendInt32(partition)
          .appendInt32(-1)
          .appendInt64(BigInt(offset))
          .appendInt32(-1)
          .appendInt64(-1n)
          .appendInt32(settings.maxPartitionBytes);
      }),
    )
    .appendArray([], () => {})
    .appendString('')
    .appendTaggedFields();
}

function byTopic(positions: readonly FetchPosition[]): [string, FetchPosition[]][] {
  const topics = new Map<string, FetchPosition[]>();
  for (const position of positions) {
    const known = topics.get(position.topic);
    if (known === undefined) topics.set(position.topic, [position]);
    else known.push(position);
  }
  return [...topics];
}

/** Throttle time, then the error of the answer as a whole, then the session. */
const ERROR_AT = 4;
const TOPICS_AT = 10;

function parseAnswer(
  _correlation: number,
  _key: number,
  _version: number,
  { buffer }: Reader,
): PartitionAnswer[] {
  const reader = new AnswerReader(buffer.buffer);
  const errorCode = reader.buffer.readInt16BE(ERROR_AT);
  reader.at = TOPICS_AT;
  const answers = reader.array((topics) => {
    const topic = topics.text();
    const partitions = topics.array((each) => each.partition(topic));
    topics.tags();
    return partitions;
  });
  if (errorCode !== 0) throw new Error(`a fetch was refused with error ${errorCode}`);
  return answers.flat();
}

class AnswerReader extends VarintReader {
  array<Item>(read: (reader: this) => Item): Item[] {
    const count = this.unsigned() - 1;
    const items: Item[] = [];
    for (let index = 0; index < count; index += 1) items.push(read(this));
    return items;
  }

  text(): string {
    return this.bytes().toString();
  }

  bytes(): Buffer {
    const length = Math.max(0, this.unsigned() - 1);
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }

  tags(): void {
    for (let left = this.unsigned(); left > 0; left -= 1) {
      this.unsigned();
      const size = this.unsigned();
      this.at += size;
    }
  }

  partition(topic: string): PartitionAnswer {
    const { buffer, at } = this;
    // Between the high watermark and the transactions: the last stable offset and the first offset of the log.
    this.at += 4 + 2 + 8 + 8 + 8;
    const aborted = this.array((reader) => reader.#transaction());
    this.at += 4;
    const data = this.bytes();
    this.tags();
    return {
      topic,
      partition: buffer.readInt32BE(at),
      errorCode: buffer.readInt16BE(at + 4),
      highWatermark: buffer.readBigInt64BE(at + 6),
      aborted,
      data,
    };
  }

  #transaction(): AbortedTransaction {
    const producerId = this.buffer.readBigInt64BE(this.at);
    const firstOffset = Number(this.buffer.readBigInt64BE(this.at + 8));
    this.at += 16;
    this.tags();
    return { producerId, firstOffset };
  }
}
