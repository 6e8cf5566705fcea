import { snappyDecompress } from '@platformatic/wasm-utils';

/** What the Java client's library puts before its blocks, each of which has its length before it. */
const XERIAL_MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const XERIAL_HEADER = 16;

/** Plain snappy, or the blocks that Kafka's Java client writes, which the library does not know. */
export function decompressSnappy(data: Buffer): Buffer {
  if (!data.subarray(0, XERIAL_MAGIC.length).equals(XERIAL_MAGIC)) return snappyDecompress(data);
  const blocks: Buffer[] = [];
  for (let at = XERIAL_HEADER; at + 4 <= data.length; ) {
    const length = data.readInt32BE(at);
    blocks.push(snappyDecompress(data.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return Buffer.concat(blocks);
}
