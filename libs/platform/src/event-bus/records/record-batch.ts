import { crc32c } from '@node-rs/crc32';

/** Layout of a record batch, version 2: https://kafka.apache.org/documentation/#recordbatch. */
export const BATCH = {
  baseOffset: 0,
  length: 8,
  leaderEpoch: 12,
  magic: 16,
  crc: 17,
  attributes: 21,
  lastOffsetDelta: 23,
  baseTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  producerEpoch: 51,
  baseSequence: 53,
  count: 57,
  records: 61,
} as const;

/** Bytes of a batch that its own length does not count. */
export const LENGTH_HEAD = 12;
export const MAGIC = 2;

/** Length, attributes, offset and timestamp deltas: at most this much besides key, value and headers, of up to a megabyte. */
export const RECORD_OVERHEAD = 12;

export const COMPRESSION_MASK = 0b111;
export const LOG_APPEND_TIME = 1 << 3;
export const TRANSACTIONAL = 1 << 4;
export const CONTROL = 1 << 5;

/** Who wrote a batch, and the number of its first record among those of that producer for the partition. */
export interface BatchStamp {
  readonly producerId: bigint;
  readonly producerEpoch: number;
  readonly baseSequence: number;
}

/** Puts the numbers of the producer into the batch, and its checksum, which covers them. */
export function stampBatch(batch: Buffer, { producerId, producerEpoch, baseSequence }: BatchStamp): void {
  batch.writeBigInt64BE(producerId, BATCH.producerId);
  batch.writeInt16BE(producerEpoch, BATCH.producerEpoch);
  batch.writeInt32BE(baseSequence, BATCH.baseSequence);
  batch.writeUInt32BE(crc32c(batch.subarray(BATCH.attributes)) >>> 0, BATCH.crc);
}
