import { BATCH, LENGTH_HEAD, MAGIC, TRANSACTIONAL } from '../record-batch.js';
import { varintSize, writeVarint } from '../varint.js';
import type { EncodedRecord } from './record-slab.js';

const FIRST_SIZE = 4 * 1024;

export interface BatchOptions {
  /** Milliseconds since the epoch. */
  readonly baseTimestamp: number;
  readonly transactional: boolean;
  /** Bytes to begin with. */
  readonly room?: number;
}

/** Puts encoded records into a record batch as they come. https://kafka.apache.org/documentation/#recordbatch */
export class BatchBuilder {
  #buffer: Buffer;
  #at: number = BATCH.records;
  #count = 0;
  #maxTimestamp: number;

  constructor(private readonly options: BatchOptions) {
    this.#buffer = Buffer.allocUnsafeSlow(options.room ?? FIRST_SIZE);
    this.#maxTimestamp = options.baseTimestamp;
  }

  /** Records so far. */
  get count(): number {
    return this.#count;
  }

  /** Bytes of the batch so far. */
  get bytes(): number {
    return this.#at;
  }

  /**
   * Adds a record with a timestamp in milliseconds since the epoch, unless the batch would then be larger than `limit`
   * bytes and has another already.
   */
  add({ bytes, start, end }: EncodedRecord, timestamp: number, limit: number): boolean {
    const timestampDelta = timestamp - this.options.baseTimestamp;
    const body = 1 + varintSize(timestampDelta) + varintSize(this.#count) + end - start;
    const size = varintSize(body) + body;
    if (this.#count > 0 && this.#at + size > limit) return false;
    this.#reserve(size);
    const buffer = this.#buffer;
    let at = writeVarint(buffer, this.#at, body);
    buffer[at++] = 0;
    at = writeVarint(buffer, at, timestampDelta);
    at = writeVarint(buffer, at, this.#count);
    bytes.copy(buffer, at, start, end);
    this.#at = at + end - start;
    this.#count += 1;
    if (timestamp > this.#maxTimestamp) this.#maxTimestamp = timestamp;
    return true;
  }

  /** The batch, complete but for the stamp of its producer. */
  finish(): Buffer {
    const { baseTimestamp, transactional } = this.options;
    const batch = this.#buffer.subarray(0, this.#at);
    batch.writeBigInt64BE(0n, BATCH.baseOffset);
    batch.writeInt32BE(this.#at - LENGTH_HEAD, BATCH.length);
    batch.writeInt32BE(-1, BATCH.leaderEpoch);
    batch.writeInt8(MAGIC, BATCH.magic);
    batch.writeInt16BE(transactional ? TRANSACTIONAL : 0, BATCH.attributes);
    batch.writeInt32BE(this.#count - 1, BATCH.lastOffsetDelta);
    batch.writeBigInt64BE(BigInt(baseTimestamp), BATCH.baseTimestamp);
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
