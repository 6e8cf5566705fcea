import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { usageError } from '../errors/cli-error.js';

export interface Upload {
  readonly body: ReadableStream<Uint8Array>;
  /** Of the file as it lies there; 0 where it is not known. */
  readonly bytes: number;
  /** Of the file, so far. */
  readonly sent: () => number;
}

/** A file, or standard input for `-`, read as fast as it is sent; `.gz` is unpacked. Throws where it cannot be read. */
export async function openUpload(path: string, input: Readable): Promise<Upload> {
  let sent = 0;
  const bytes = path === '-' ? 0 : await sizeOf(path);
  const source = path === '-' ? input : createReadStream(path);
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      sent += chunk.length;
      done(null, chunk);
    },
  });
  const counted = joined(source, counter);
  const plain = path.endsWith('.gz') ? joined(counted, createGunzip()) : counted;
  return {
    body: Readable.toWeb(plain) as ReadableStream<Uint8Array>,
    bytes,
    sent: () => sent,
  };
}

/** Piped so that a failure of the first one ends the second. */
function joined(source: Readable, target: Transform): Transform {
  source.once('error', (error: Error) => target.destroy(error));
  return source.pipe(target);
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: Error) => {
    throw usageError(`the file cannot be read: ${error.message}`);
  });
  if (found.isDirectory()) throw usageError(`${path} is a folder: name a file in it`);
  return found.size;
}
