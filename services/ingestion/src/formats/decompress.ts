import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { WeirError } from '@weir/platform';
import { prefetch } from './prefetch.js';

/** Unpacked bytes a source may hold. A gzip bomb of some megabytes unpacks to terabytes. */
export const MAX_UNPACKED_BYTES = 8 * 1024 ** 3;

const GZIP = Buffer.from([0x1f, 0x8b]);

/**
 * The bytes, unpacked where they begin as gzip does (RFC 1952; several members in a row are one stream).
 * Fails with `WEIR_DATA_MALFORMED` on a damaged gzip stream, with `WEIR_OBJECT_TOO_LARGE` past `maxBytes` of output.
 */
export async function* decompress(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number = MAX_UNPACKED_BYTES,
): AsyncGenerator<Buffer, void, undefined> {
  const { head, all } = await prefetch(bytes, GZIP.length);
  const unpacked = head.subarray(0, 2).equals(GZIP) ? gunzip(all) : all;
  let size = 0;
  for await (const chunk of unpacked) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new WeirError('WEIR_OBJECT_TOO_LARGE', `The data unpacks to more than ${maxBytes} bytes`);
    }
    yield chunk;
  }
}

async function* gunzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let sourceError: unknown;
  const source = Readable.from(bytes, { objectMode: false });
  const unpacked = createGunzip();
  source.once('error', (error) => {
    sourceError = error;
    unpacked.destroy(error);
  });
  source.pipe(unpacked);
  try {
    for await (const chunk of unpacked) yield chunk as Buffer;
  } catch (error) {
    // The source's own failure (a server gone) is not a fault of the data.
    if (sourceError !== undefined) throw sourceError;
    const { message } = error as Error;
    throw new WeirError('WEIR_DATA_MALFORMED', `The gzip stream is damaged: ${message}`, { cause: error });
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}
