const TOPIC = 0;
const PARTITION = 4;
const OFFSET = 8;
const KEY_BYTES = 16;

/** Key of a chunk: topic id u32, partition u32, base offset u64, big-endian, so that LMDB's order is the log's. */
export function logKey(topicId: number, partition: number, offset: number): Buffer {
  const key = Buffer.allocUnsafe(KEY_BYTES);
  key.writeUInt32BE(topicId, TOPIC);
  key.writeUInt32BE(partition, PARTITION);
  key.writeBigUInt64BE(BigInt(offset), OFFSET);
  return key;
}

/** The key after the last one that a partition can have. */
export function endKey(topicId: number, partition: number): Buffer {
  return logKey(topicId, partition + 1, 0);
}
