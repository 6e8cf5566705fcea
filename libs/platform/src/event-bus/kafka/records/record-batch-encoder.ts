import { crc32c } from '@node-rs/crc32';
import type { EncodedRecord } from './record-slab.js';
import { sizeOfVarint, writeVarint } from './varint.js';

/** Who writes a batch, so that the broker can drop what it has already. */
export interface BatchProducer {
  readonly producerId: bigint;
  readonly producerEpoch: number;
  readonly transactional: boolean;
}

export interface BatchContents {
  readonly records: readonly EncodedRecord[];
  /** Sequence number of the first record in its partition. */
  readonly firstSequence: number;
  /** Milliseconds since the epoch, of all records. */
  readonly timestamp: number;
}

const HEADER_BYTES = 61;
const MAGIC = 2;
const TRANSACTIONAL = 0x10;
/** What the length and the checksum leave out. */
const LENGTH_FROM = 12;
const CHECKSUM_AT = 17;
const CHECKSUM_FROM = 21;
/** Attributes and a timestamp delta of 0. */
const RECORD_HEAD_BYTES = 2;

/**
 * A record batch of Kafka's message format 2, uncompressed.
 * https://kafka.apache.org/documentation/#recordbatch
 */
export function encodeRecordBatch(contents: BatchContents, producer: BatchProducer): Buffer {
  const { records, firstSequence, timestamp } = contents;
  const batch = Buffer.allocUnsafe(sizeOfBatch(records));
  batch.writeBigInt64BE(0n, 0);
  batch.writeInt32BE(batch.length - LENGTH_FROM, 8);
  batch.writeInt32BE(-1, 12);
  batch.writeInt8(MAGIC, 16);
  batch.writeInt16BE(producer.transactional ? TRANSACTIONAL : 0, 21);
  batch.writeInt32BE(records.length - 1, 23);
  batch.writeBigInt64BE(BigInt(timestamp), 27);
  batch.writeBigInt64BE(BigInt(timestamp), 35);
  batch.writeBigInt64BE(producer.producerId, 43);
  batch.writeInt16BE(producer.producerEpoch, 51);
  batch.writeInt32BE(firstSequence, 53);
  batch.writeInt32BE(records.length, 57);
  writeRecords(batch, records);
  batch.writeUInt32BE(crc32c(batch.subarray(CHECKSUM_FROM)) >>> 0, CHECKSUM_AT);
  return batch;
}

/** Bytes that a record takes in a batch, at the place it has in it. */
export function sizeInBatch({ start, end }: EncodedRecord, place: number): number {
  const body = RECORD_HEAD_BYTES + sizeOfVarint(place) + end - start;
  return sizeOfVarint(body) + body;
}

function sizeOfBatch(records: readonly EncodedRecord[]): number {
  let size = HEADER_BYTES;
  for (let place = 0; place < records.length; place++)
    size += sizeInBatch(records[place] as EncodedRecord, place);
  return size;
}

function writeRecords(batch: Buffer, records: readonly EncodedRecord[]): void {
  let at = HEADER_BYTES;
  for (let place = 0; place < records.length; place++) {
    const { bytes, start, end } = records[place] as EncodedRecord;
    at = writeVarint(batch, RECORD_HEAD_BYTES + sizeOfVarint(place) + end - start, at);
    batch[at++] = 0;
    batch[at++] = 0;
    at = writeVarint(batch, place, at);
    bytes.copy(batch, at, start, end);
    at += end - start;
  }
}
