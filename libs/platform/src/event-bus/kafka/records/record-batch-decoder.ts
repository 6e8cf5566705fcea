import type { EventRecord } from '../../event-bus.js';
import { BatchRecord } from './batch-record.js';
import { Cursor } from './cursor.js';

/** The head of a record batch, and its records as bytes. */
export interface RecordBatchView {
  readonly baseOffset: bigint;
  readonly lastOffset: bigint;
  readonly baseTimestamp: number;
  readonly maxTimestamp: number;
  readonly producerId: bigint;
  readonly attributes: number;
  readonly count: number;
  /** Uncompressed once {@link decompressed}. */
  readonly records: Buffer;
}

const HEADER_BYTES = 61;
const COMPRESSION = 0x07;
const LOG_APPEND_TIME = 0x08;
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;
const MAGIC = 2;

export const isControl = ({ attributes }: RecordBatchView): boolean => (attributes & CONTROL) !== 0;
export const isTransactional = ({ attributes }: RecordBatchView): boolean =>
  (attributes & TRANSACTIONAL) !== 0;
export const compressionOf = ({ attributes }: RecordBatchView): number => attributes & COMPRESSION;

/** The batches of a fetched record set. The last one may be cut off by the fetch's bound, and is left out then. */
export function readBatches(set: Buffer): RecordBatchView[] {
  const batches: RecordBatchView[] = [];
  for (let at = 0; at + HEADER_BYTES <= set.length; ) {
    const end = at + 12 + set.readInt32BE(at + 8);
    if (end > set.length) break;
    const magic = set.readInt8(at + 16);
    if (magic !== MAGIC)
      throw new Error(`record batches of format ${magic} are not read; Kafka 0.11 brought format 2`);
    batches.push(readBatch(set, at, end));
    at = end;
  }
  return batches;
}

function readBatch(set: Buffer, at: number, end: number): RecordBatchView {
  const baseOffset = set.readBigInt64BE(at);
  return {
    baseOffset,
    attributes: set.readInt16BE(at + 21),
    lastOffset: baseOffset + BigInt(set.readInt32BE(at + 23)),
    baseTimestamp: Number(set.readBigInt64BE(at + 27)),
    maxTimestamp: Number(set.readBigInt64BE(at + 35)),
    producerId: set.readBigInt64BE(at + 43),
    count: set.readInt32BE(at + 57),
    records: set.subarray(at + HEADER_BYTES, end),
  };
}

/** Whether a control batch ends its producer's transaction by taking it back. */
export function isAbort(batch: RecordBatchView): boolean {
  const [marker] = decodeRecords(batch, '', 0, batch.baseOffset);
  const key = marker?.key;
  // The key: its version, then 0 for an abort and 1 for a commit.
  return key !== undefined && key !== null && key.length >= 4 && key.readInt16BE(2) === 0;
}

/** The batch's records from an offset on; keys and values are views of the batch's bytes. */
export function decodeRecords(
  batch: RecordBatchView,
  topic: string,
  partition: number,
  from: bigint,
): EventRecord[] {
  const { records: bytes, baseOffset, baseTimestamp, attributes, maxTimestamp, count } = batch;
  const skip = from > baseOffset ? Number(from - baseOffset) : 0;
  const appendTime = (attributes & LOG_APPEND_TIME) !== 0;
  const decoded: EventRecord[] = [];
  const cursor = new Cursor(bytes);
  for (let index = 0; index < count; index++) {
    const length = cursor.varint();
    const end = cursor.at + length;
    cursor.at += 1;
    const timestampDelta = cursor.varlong();
    const offsetDelta = cursor.varint();
    if (offsetDelta >= skip) {
      const timestamp = appendTime ? maxTimestamp : baseTimestamp + timestampDelta;
      const key = cursor.field();
      const value = cursor.field();
      const offset = baseOffset + BigInt(offsetDelta);
      decoded.push(new BatchRecord(topic, partition, offset, key, value, timestamp, bytes, cursor.at));
    }
    cursor.at = end;
  }
  return decoded;
}
