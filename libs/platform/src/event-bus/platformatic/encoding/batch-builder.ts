import type { HeaderBlock } from './header-block.js';
import { BATCH, LENGTH_HEAD, MAGIC, TRANSACTIONAL } from './record-batch.js';
import { varintSize, writeVarint } from './varint.js';

const FIRST_SIZE = 4 * 1024;

export type RecordData = string | Buffer | null;

/** Writes records into a record batch as they come: no object stands between a record and its bytes. */
export class BatchBuilder {
  #buffer = Buffer.allocUnsafeSlow(FIRST_SIZE);
  #at: number = BATCH.records;
  #count = 0;
  #maxTimestamp: number;

  /** `baseTimestamp` in milliseconds since the epoch. */
  constructor(
    private readonly baseTimestamp: number,
    private readonly transactional = false,
  ) {
    this.#maxTimestamp = baseTimestamp;
  }

  /** Records so far. */
  get count(): number {
    return this.#count;
  }

  /** Bytes of the batch so far. */
  get bytes(): number {
    return this.#at;
  }

  /** Adds a record, unless the batch would then be larger than `limit` bytes and has another already. */
  add(key: RecordData, value: RecordData, headers: HeaderBlock, timestamp: number, limit: number): boolean {
    const keyLength = lengthOf(key);
    const valueLength = lengthOf(value);
    const timestampDelta = timestamp - this.baseTimestamp;
    const body =
      1 +
      varintSize(timestampDelta) +
      varintSize(this.#count) +
      sizeOf(keyLength) +
      sizeOf(valueLength) +
      headers.length;
    const size = varintSize(body) + body;
    if (this.#count > 0 && this.#at + size > limit) return false;
    this.#reserve(size);
    const buffer = this.#buffer;
    let at = writeVarint(buffer, this.#at, body);
    buffer[at++] = 0;
    at = writeVarint(buffer, at, timestampDelta);
    at = writeVarint(buffer, at, this.#count);
    at = writeData(buffer, writeVarint(buffer, at, keyLength), key, keyLength);
    at = writeData(buffer, writeVarint(buffer, at, valueLength), value, valueLength);
    buffer.set(headers, at);
    this.#at = at + headers.length;
    this.#count += 1;
    if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp;
    return true;
  }

  /** The batch, complete but for the stamp of its producer. */
  finish(): Buffer {
    const batch = this.#buffer.subarray(0, this.#at);
    batch.writeBigInt64BE(0n, BATCH.baseOffset);
    batch.writeInt32BE(this.#at - LENGTH_HEAD, BATCH.length);
    batch.writeInt32BE(-1, BATCH.leaderEpoch);
    batch.writeInt8(MAGIC, BATCH.magic);
    batch.writeInt16BE(this.transactional ? TRANSACTIONAL : 0, BATCH.attributes);
    batch.writeInt32BE(this.#count - 1, BATCH.lastOffsetDelta);
    batch.writeBigInt64BE(BigInt(this.baseTimestamp), BATCH.baseTimestamp);
    batch.writeBigInt64BE(BigInt(this.#maxTimestamp), BATCH.maxTimestamp);
    batch.writeInt32BE(this.#count, BATCH.count);
    return batch;
  }

  #reserve(size: number): void {
    const needed = this.#at + size;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#at));
    this.#buffer = larger;
  }
}

/** -1 stands for null. */
function lengthOf(data: RecordData): number {
  if (data === null) return -1;
  return typeof data === 'string' ? Buffer.byteLength(data) : data.length;
}

const sizeOf = (length: number): number => varintSize(length) + Math.max(0, length);

function writeData(buffer: Buffer, at: number, data: RecordData, length: number): number {
  if (data === null) return at;
  if (typeof data === 'string') buffer.write(data, at, length);
  else buffer.set(data, at);
  return at + length;
}
