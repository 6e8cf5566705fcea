import type { EventRecord, OutgoingRecord } from '../event-bus.js';
import { ByteReader, ByteWriter } from './bytes.js';
import { HeaderReader, HeaderWriter } from './record-headers.js';

/**
 * Records of one publish to one partition, stored together as Kafka's record batches are: one LMDB entry, and one
 * copy when read. Version 1: version u8, base offset f64, delta of the last record u32, count u32, timestamp f64 in
 * milliseconds; then each record: delta of its offset, key, value, number of headers, names and values. Numbers are
 * LEB128; a key or value is its length + 1 and its bytes, or 0 for null.
 */
const VERSION = 1;
const BASE_OFFSET = 1;
const LAST_DELTA = 9;
const COUNT = 13;
const TIMESTAMP = 17;
const HEADER_BYTES = 25;
const FIRST_CAPACITY = 512;

export type RecordContents = Pick<OutgoingRecord, 'key' | 'value' | 'headers' | 'sharedHeaders'>;

export interface ChunkRecord extends RecordContents {
  /** Offset of the record less the chunk's base offset. */
  readonly delta: number;
}

export interface ChunkHead {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly timestamp: number;
  readonly count: number;
}

/** Encodes records one after another; the offsets come at the end, when they are known. */
export class ChunkBuilder {
  readonly #writer = new ByteWriter(FIRST_CAPACITY, HEADER_BYTES);
  #count = 0;
  #lastDelta = 0;

  constructor(private readonly headers = new HeaderWriter()) {}

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#writer.position;
  }

  /** Returns the bytes that the record takes. */
  add(record: RecordContents, delta = this.#count): number {
    const before = this.#writer.position;
    this.#writer.number(delta);
    this.#writer.nullable(record.key);
    this.#writer.nullable(record.value);
    this.headers.write(this.#writer, record);
    this.#count += 1;
    this.#lastDelta = delta;
    return this.#writer.position - before;
  }

  /** The chunk, which still has to be stamped. */
  finish(): Buffer {
    const chunk = this.#writer.written();
    chunk.writeUInt8(VERSION, 0);
    chunk.writeUInt32LE(this.#lastDelta, LAST_DELTA);
    chunk.writeUInt32LE(this.#count, COUNT);
    return chunk;
  }
}

/** Puts a chunk at its place, in the log and in time. */
export function stampChunk(chunk: Buffer, baseOffset: number, timestamp: number): void {
  chunk.writeDoubleLE(baseOffset, BASE_OFFSET);
  chunk.writeDoubleLE(timestamp, TIMESTAMP);
}

/** `records` must not be empty. */
export function encodeChunk(baseOffset: number, timestamp: number, records: readonly ChunkRecord[]): Buffer {
  const builder = new ChunkBuilder();
  for (const record of records) builder.add(record, record.delta);
  const chunk = builder.finish();
  stampChunk(chunk, baseOffset, timestamp);
  return chunk;
}

export function readHead(chunk: Buffer): ChunkHead {
  const version = chunk.readUInt8(0);
  if (version !== VERSION) throw new Error(`a chunk of version ${version} was written by a newer Weir`);
  const baseOffset = chunk.readDoubleLE(BASE_OFFSET);
  return {
    baseOffset,
    lastOffset: baseOffset + chunk.readUInt32LE(LAST_DELTA),
    count: chunk.readUInt32LE(COUNT),
    timestamp: chunk.readDoubleLE(TIMESTAMP),
  };
}

/**
 * Gives `take` the records from offset `from` on with the bytes that each takes, until it returns false; so does this
 * function then. Keys and values are views of the chunk; headers that repeat are one object.
 */
export function decodeChunk(
  chunk: Buffer,
  { topic, partition }: { readonly topic: string; readonly partition: number },
  from: number,
  take: (record: EventRecord, bytes: number) => boolean,
): boolean {
  const { count, baseOffset, timestamp } = readHead(chunk);
  const reader = new ByteReader(chunk, HEADER_BYTES);
  const headerReader = new HeaderReader(reader);
  for (let index = 0; index < count; index += 1) {
    const start = reader.position;
    const offset = baseOffset + reader.number();
    const key = reader.nullable();
    const value = reader.nullable();
    const headers = headerReader.read();
    if (offset < from) continue;
    const record = { topic, partition, offset: BigInt(offset), key, value, headers, timestamp };
    if (!take(record, reader.position - start)) return false;
  }
  return true;
}
