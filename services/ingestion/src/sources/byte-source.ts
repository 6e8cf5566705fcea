import { createHash } from 'node:crypto';
import type { SourcePosition, SourceRequest } from '@weir/contracts';
import { readTable } from '../formats/index.js';
import type { OpenSource } from './source.js';

/** Bytes to be read as a table. */
export interface ByteSource {
  /** As the position names it: a path or a key. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What fixes the bytes besides their SHA-256: an ETag, a version. */
  readonly facts: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Reads bytes as CSV, ARFF or NDJSON; the position is the SHA-256 and the size of the bytes as they came. */
export async function openBytes(
  source: ByteSource,
  request: SourceRequest,
  expected: readonly string[],
): Promise<OpenSource> {
  const hash = createHash('sha256');
  let size = 0;
  async function* hashed(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of source.bytes) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  try {
    const table = await readTable(hashed(), {
      name: source.name,
      expected,
      ...(request.format === undefined ? {} : { format: request.format }),
      ...(request.delimiter === undefined ? {} : { delimiter: request.delimiter }),
    });
    const position = (): SourcePosition => ({
      kind: request.kind,
      name: source.name,
      position: { sha256: hash.copy().digest('hex'), bytes: size, ...source.facts },
    });
    return { table, position, close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}
