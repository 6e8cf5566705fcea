import { type Readable, Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { WeirError } from '@weir/platform';

/** Hands bytes on and counts them. Fails with `WEIR_REQUEST_TOO_LARGE` beyond `maxBytes`. */
export function bounded(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else done(new WeirError('WEIR_REQUEST_TOO_LARGE', `The upload is larger than ${maxBytes} bytes`));
    },
  });
}

/**
 * An upload's bytes, counted, through `last` if there is one. It fails as the upload does, also before anybody reads it: an
 * error that nobody listens for yet would end the process. A form that ends too early is `WEIR_REQUEST_INVALID`.
 */
export function boundedUpload(bytes: Readable, maxBytes: number, last?: Transform): Readable {
  const limited = bounded(maxBytes);
  const end = last ?? limited;
  for (const step of [limited, end]) step.on('error', () => undefined);
  // Not `pipeline`: it destroys a request that it gives up, and the connection with it.
  finished(bytes, { writable: false }).catch((error: unknown) => limited.destroy(brokenOff(error)));
  if (last !== undefined) limited.once('error', (error) => last.destroy(error)).pipe(last);
  bytes.pipe(limited);
  return end;
}

/** Why an upload could not be read to its end, as its sender is told. */
export function brokenOff(cause: unknown): WeirError {
  if (cause instanceof WeirError) return cause;
  return new WeirError('WEIR_REQUEST_INVALID', 'The upload broke off before its end', { cause });
}
