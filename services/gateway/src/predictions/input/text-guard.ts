import { Transform } from 'node:stream';
import { TextDecoder } from 'node:util';
import { WeirError } from '@weir/platform';

/** Hands UTF-8 text on as it is. Fails with `WEIR_DATA_BINARY` on a NUL byte or on bytes that are not UTF-8. */
export function textGuard(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (chunk?: Buffer): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw new WeirError('WEIR_DATA_BINARY', 'The data is not UTF-8 text', { cause });
    }
    if (chunk?.includes(0)) throw new WeirError('WEIR_DATA_BINARY', 'The data holds NUL bytes');
  };
  const guarded = (done: (error?: Error | null, chunk?: Buffer) => void, chunk?: Buffer): void => {
    try {
      check(chunk);
    } catch (error) {
      done(error as Error);
      return;
    }
    done(null, chunk);
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => guarded(done, chunk),
    flush: (done) => guarded(done),
  });
}
