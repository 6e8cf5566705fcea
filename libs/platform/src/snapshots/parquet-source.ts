import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type AsyncBuffer, asyncBufferFromFile } from 'hyparquet';
import { WeirError } from '../errors/index.js';
import type { Objects } from '../objects/index.js';

/** Snapshots up to this many bytes are read in memory; larger ones go through a temporary file. */
const IN_MEMORY_BYTES = 32 * 1024 * 1024;

export interface ParquetSource {
  readonly file: AsyncBuffer;
  close(): Promise<void>;
}

export interface ParquetSourceOptions {
  readonly temporaryFolder?: string;
  readonly inMemoryBytes?: number;
}

/**
 * The whole object, its SHA-256 verified before the first byte is parsed.
 * Rejects with `WEIR_OBJECT_MISSING` or `WEIR_OBJECT_CORRUPT`.
 */
export async function openParquet(
  objects: Objects,
  object: { readonly objectKey: string; readonly sha256: string },
  options: ParquetSourceOptions = {},
): Promise<ParquetSource> {
  const { objectKey, sha256 } = object;
  const info = await objects.head(objectKey);
  if (info === null) throw new WeirError('WEIR_OBJECT_MISSING', `${objectKey} is not there`);
  const limit = options.inMemoryBytes ?? IN_MEMORY_BYTES;
  if (info.size <= limit) return inMemory(await objects.read(objectKey, { sha256, maxBytes: limit }));
  const folder = await mkdtemp(join(options.temporaryFolder ?? tmpdir(), 'weir-snapshot-'));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'data.parquet');
    await pipeline(await objects.get(objectKey, { sha256 }), createWriteStream(path, { mode: 0o600 }));
    return { file: await asyncBufferFromFile(path), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function inMemory(bytes: Buffer): ParquetSource {
  const file: AsyncBuffer = {
    byteLength: bytes.byteLength,
    slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
  return { file, close: async () => undefined };
}
