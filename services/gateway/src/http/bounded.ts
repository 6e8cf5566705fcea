import { Transform } from 'node:stream';
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
