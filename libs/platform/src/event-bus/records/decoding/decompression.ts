import zlib, { gunzipSync } from 'node:zlib';
import { lz4Decompress } from '@platformatic/wasm-utils';
import { decompressSnappy } from './snappy.js';

const [GZIP, SNAPPY, LZ4, ZSTD] = [1, 2, 3, 4];

/** Node has it from 22.15 on. */
const { zstdDecompressSync } = zlib as {
  readonly zstdDecompressSync?: (data: Buffer, options: typeof BOUND) => Buffer;
};

/** A megabyte of zeros' gzip is a gigabyte: more than this is no batch of records, and must not cost the process. */
const BOUND = { maxOutputLength: 64 * 1024 * 1024 };

/** The records of a batch, compressed as the number in its attributes says. Throws where that cannot be read here, or holds over 64 MiB. */
export function decompressed(data: Buffer, codec: number): Buffer {
  if (codec === GZIP) return gunzipSync(data, BOUND);
  if (codec === SNAPPY) return decompressSnappy(data);
  if (codec === LZ4) return lz4Decompress(data);
  if (codec !== ZSTD) throw new Error(`records are compressed in a way that is not known: ${codec}`);
  if (zstdDecompressSync === undefined)
    throw new Error('records are compressed with zstd, which Node.js reads from 22.15 on');
  return zstdDecompressSync(data, BOUND);
}
