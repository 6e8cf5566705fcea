import { BATCH, COMPRESSION_MASK, LENGTH_HEAD, LOG_APPEND_TIME, MAGIC } from '../record-batch.js';
import { VarintReader } from '../varint.js';
import { AbortedFilter, type AbortedTransaction } from './aborted-transactions.js';
import { decompressed } from './decompression.js';
import { RecordView } from './record-view.js';

/** How much to hand over at once. */
export interface Bound {
  readonly records: number;
  /** Of keys and values; a larger record comes alone. */
  readonly bytes: number;
}

export interface Place {
  readonly topic: string;
  readonly partition: number;
}

/** What one fetch brought of a partition, read record by record as far as it is wanted. */
export class FetchedRecords {
  readonly #filter: AbortedFilter;
  readonly #data: Buffer;
  /** Where the next batch begins. */
  #batchAt = 0;
  /** The records of the batch in hand, and how many of them are left. */
  #reader: VarintReader | undefined;
  #left = 0;
  #baseOffset = 0;
  #endOffset = 0;
  #baseTimestamp = 0;
  #fixedTimestamp: number | undefined;

  /** `position` is the offset that was asked for: batches may begin before it. */
  constructor(
    private readonly place: Place,
    data: Buffer,
    private position: number,
    aborted: readonly AbortedTransaction[],
    readonly highWatermark: bigint,
  ) {
    this.#data = data.subarray(0, wholeBatches(data));
    this.#filter = new AbortedFilter(aborted);
  }

  /** Bytes not read yet. */
  get bytes(): number {
    return this.#data.length - this.#batchAt;
  }

  get done(): boolean {
    return this.#left === 0 && this.#batchAt >= this.#data.length;
  }

  /** The offset behind all that was read, or the one asked for. */
  get next(): number {
    return this.position;
  }

  /** The offset behind all that the fetch brought: where the next fetch begins. */
  get end(): number {
    return Math.max(this.position, endOfSet(this.#data) ?? 0);
  }

  /** Adds records to `target` up to the bound; what lies between them and is no record is passed over. Returns bytes taken. */
  take(target: RecordView[], bound: Bound, taken: number): number {
    let bytes = taken;
    for (;;) {
      while (this.#left > 0) {
        if (target.length >= bound.records || (bytes >= bound.bytes && target.length > 0)) return bytes;
        const size = this.#readRecord(
          target,
          target.length === 0 ? Number.POSITIVE_INFINITY : bound.bytes - bytes,
        );
        if (size < 0) return bytes;
        bytes += size;
      }
      this.position = Math.max(this.position, this.#endOffset);
      if (this.#batchAt >= this.#data.length) return bytes;
      this.#openBatch();
    }
  }

  #openBatch(): void {
    const data = this.#data;
    const at = this.#batchAt;
    const size = sizeOfBatch(data, at);
    const lastOffset = lastOffsetOf(data, at);
    this.#batchAt = at + size;
    this.#endOffset = lastOffset + 1;
    if (data[at + BATCH.magic] !== MAGIC) throw new Error('records of a format before Kafka 0.11');
    if (this.#filter.skips(data, at, lastOffset) || lastOffset < this.position) return;
    const attributes = data.readInt16BE(at + BATCH.attributes);
    this.#baseOffset = Number(data.readBigInt64BE(at + BATCH.baseOffset));
    this.#baseTimestamp = Number(data.readBigInt64BE(at + BATCH.baseTimestamp));
    this.#fixedTimestamp =
      (attributes & LOG_APPEND_TIME) === 0 ? undefined : Number(data.readBigInt64BE(at + BATCH.maxTimestamp));
    this.#reader = recordsOf(data, at, size, attributes & COMPRESSION_MASK);
    this.#left = data.readInt32BE(at + BATCH.count);
  }

  /** Returns the bytes of key and value, 0 for a record before the position, -1 where there is no room for it. */
  #readRecord(target: RecordView[], room: number): number {
    const reader = this.#reader;
    if (reader === undefined) throw new RangeError('no batch is open');
    const begin = reader.at;
    const length = reader.signed();
    const end = reader.at + length;
    reader.at += 1;
    const timestamp = this.#fixedTimestamp ?? this.#baseTimestamp + reader.signed();
    if (this.#fixedTimestamp !== undefined) reader.signed();
    const offset = this.#baseOffset + reader.signed();
    const keyLength = reader.signed();
    const keyAt = reader.at;
    if (keyLength > 0) reader.at += keyLength;
    const valueLength = reader.signed();
    const size = Math.max(0, keyLength) + Math.max(0, valueLength);
    if (size > room && offset >= this.position) {
      reader.at = begin;
      return -1;
    }
    const valueAt = reader.at;
    reader.at = end;
    this.#left -= 1;
    if (offset < this.position) return 0;
    this.position = offset + 1;
    const { topic, partition } = this.place;
    target.push(
      new RecordView(
        topic,
        partition,
        reader.buffer,
        offset,
        timestamp,
        keyAt,
        keyLength,
        valueAt,
        valueLength,
      ),
    );
    return size;
  }
}

const sizeOfBatch = (data: Buffer, at: number): number => LENGTH_HEAD + data.readInt32BE(at + BATCH.length);

const lastOffsetOf = (data: Buffer, at: number): number =>
  Number(data.readBigInt64BE(at + BATCH.baseOffset)) + data.readInt32BE(at + BATCH.lastOffsetDelta);

/** The offset behind a set's whole batches; `undefined` where it has none. */
export function endOfSet(data: Buffer): number | undefined {
  let end: number | undefined;
  const whole = wholeBatches(data);
  for (let at = 0; at < whole; at += sizeOfBatch(data, at)) end = lastOffsetOf(data, at) + 1;
  return end;
}

/** A broker cuts what it sends at its bound in bytes, amid a batch. */
function wholeBatches(data: Buffer): number {
  let at = 0;
  while (at + BATCH.records <= data.length && at + sizeOfBatch(data, at) <= data.length)
    at += sizeOfBatch(data, at);
  return at;
}

function recordsOf(data: Buffer, at: number, size: number, compression: number): VarintReader {
  if (compression === 0) {
    const reader = new VarintReader(data);
    reader.at = at + BATCH.records;
    return reader;
  }
  return new VarintReader(decompressed(data.subarray(at + BATCH.records, at + size), compression));
}
