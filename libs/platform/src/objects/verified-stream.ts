import { createHash } from 'node:crypto';
import { finished, type Readable, Transform } from 'node:stream';
import { corruptError, tooLargeError } from './object-rules.js';

/** What `read` takes into memory unless told otherwise. */
export const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;

export interface Expectation {
  readonly key: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** The source's bytes, failing at the end with `WEIR_OBJECT_CORRUPT` if their SHA-256 is not the one expected. */
export function verified(
  source: Readable,
  { key, sha256 }: Expectation,
  toError: (cause: unknown) => Error,
): Readable {
  const hash = createHash('sha256');
  const out = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const actual = hash.digest('hex');
      done(actual === sha256 ? null : corruptError(key, `its SHA-256 is ${actual}, not ${sha256}`));
    },
  });
  // `pipeline` would destroy `out` with the driver's own error; here it is translated first.
  finished(source, (error) => {
    if (error) out.destroy(toError(error));
  });
  out.once('close', () => source.destroy());
  return source.pipe(out);
}

/** A stream's bytes, whole; `WEIR_OBJECT_TOO_LARGE` as soon as there are more than `maxBytes`. */
export async function collect(stream: Readable, key: string, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop by a throw destroys the stream.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLargeError(key, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
