import type { EventRecord, OutgoingRecord } from '../event-bus.js';
import { ByteReader, ByteWriter, byteLength, MAX_VARINT_BYTES } from './bytes.js';

/**
 * Records of one publish to one partition, stored together as Kafka's record batches are: one LMDB entry, and one
 * copy when read. Version 1: version u8, base offset f64, delta of the last record u32, count u32, timestamp f64 in
 * milliseconds; then each record: delta of its offset, key, value, number of headers, names and values. Numbers are
 * LEB128; a key or value is its length + 1 and its bytes, or 0 for null.
 */
const VERSION = 1;
const HEADER_BYTES = 25;
/** An upper bound of what a record needs beside its bytes: delta, key length, value length, header count. */
const RECORD_BYTES = 4 * MAX_VARINT_BYTES;
const HEADER_ENTRY_BYTES = 2 * MAX_VARINT_BYTES;

export interface ChunkRecord extends Pick<OutgoingRecord, 'key' | 'value' | 'headers'> {
  /** Offset of the record less the chunk's base offset. */
  readonly delta: number;
}

export interface ChunkHead {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly timestamp: number;
  readonly count: number;
}

/** Bytes that a record takes in a chunk, at most. */
export function sizeInChunk({ key, value, headers }: Pick<ChunkRecord, 'key' | 'value' | 'headers'>): number {
  let size = RECORD_BYTES + byteLength(key) + byteLength(value);
  for (const name in headers) {
    size += HEADER_ENTRY_BYTES + Buffer.byteLength(name) + Buffer.byteLength(headers[name] ?? '');
  }
  return size;
}

/** `records` must not be empty. */
export function encodeChunk(baseOffset: number, timestamp: number, records: readonly ChunkRecord[]): Buffer {
  const size = records.reduce((total, record) => total + sizeInChunk(record), HEADER_BYTES);
  const buffer = Buffer.allocUnsafe(size);
  buffer.writeUInt8(VERSION, 0);
  buffer.writeDoubleLE(baseOffset, 1);
  buffer.writeUInt32LE(records.at(-1)?.delta ?? 0, 9);
  buffer.writeUInt32LE(records.length, 13);
  buffer.writeDoubleLE(timestamp, 17);
  const writer = new ByteWriter(buffer, HEADER_BYTES);
  for (const record of records) encodeRecord(writer, record);
  return writer.written();
}

function encodeRecord(writer: ByteWriter, { delta, key, value, headers = {} }: ChunkRecord): void {
  writer.number(delta);
  writer.nullable(key);
  writer.nullable(value);
  const names = Object.keys(headers);
  writer.number(names.length);
  for (const name of names) {
    writer.text(name);
    writer.text(headers[name] ?? '');
  }
}

export function readHead(chunk: Buffer): ChunkHead {
  const version = chunk.readUInt8(0);
  if (version !== VERSION) throw new Error(`a chunk of version ${version} was written by a newer Weir`);
  const baseOffset = chunk.readDoubleLE(1);
  return {
    baseOffset,
    lastOffset: baseOffset + chunk.readUInt32LE(9),
    count: chunk.readUInt32LE(13),
    timestamp: chunk.readDoubleLE(17),
  };
}

/** Appends to `into` the records from offset `from` on, until it holds `limit`. Keys and values are views of the chunk. */
export function decodeChunk(
  chunk: Buffer,
  place: { readonly topic: string; readonly partition: number },
  { from, limit, into }: { readonly from: number; readonly limit: number; readonly into: EventRecord[] },
): void {
  const head = readHead(chunk);
  const reader = new ByteReader(chunk, HEADER_BYTES);
  for (let index = 0; index < head.count && into.length < limit; index += 1) {
    const offset = head.baseOffset + reader.number();
    const key = reader.nullable();
    const value = reader.nullable();
    const headers = readHeaders(reader);
    if (offset < from) continue;
    into.push({
      topic: place.topic,
      partition: place.partition,
      offset: BigInt(offset),
      key,
      value,
      headers,
      timestamp: head.timestamp,
    });
  }
}

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

function readHeaders(reader: ByteReader): Readonly<Record<string, string>> {
  const count = reader.number();
  if (count === 0) return NO_HEADERS;
  // Entries, not assignment: a header may be named `__proto__`.
  return Object.fromEntries(Array.from({ length: count }, () => [reader.text(), reader.text()]));
}
