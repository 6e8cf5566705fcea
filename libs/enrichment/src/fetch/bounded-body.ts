import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchFailure } from '../guard/fetch-failure.js';

/** What is asked for; anything else, and a coding upon a coding, is refused. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

export interface BoundedBody {
  readonly bytes: Buffer;
  /** There was more than the bound, or the rest did not come. */
  readonly isTruncated: boolean;
}

/**
 * Reads at most `maxBytes` of a body as decompressed, and as many compressed: a bomb is cut off where it swells,
 * a chunk beyond the bound at most. Reads on where the connection breaks after something came.
 * Throws `FetchFailure` `malformed` for a coding that was not asked for.
 */
export async function readBounded(
  source: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<BoundedBody> {
  const decoded = decode(source, encoding, maxBytes);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    if (length === 0) throw error;
    return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isTruncated: true };
  } finally {
    source.destroy();
    decoded.destroy();
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isTruncated: length > maxBytes };
}

function decode(source: Readable, encoding: string | undefined, maxBytes: number): Readable {
  const decompressor = decompressorOf(encoding);
  if (decompressor === undefined) return source;
  let compressed = 0;
  // Empty blocks make an endless stream that decompresses to nothing.
  source.on('data', (chunk: Buffer) => {
    compressed += chunk.length;
    if (compressed > maxBytes) source.destroy(new FetchFailure('tooLarge', 'the body is too large'));
  });
  // Not pipeline(): it would call the end of a truncated stream an error before what came was read.
  source.on('error', (error) => decompressor.destroy(error));
  return source.pipe(decompressor);
}

function decompressorOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new FetchFailure('malformed', 'the body is in a coding that was not asked for');
  }
}
