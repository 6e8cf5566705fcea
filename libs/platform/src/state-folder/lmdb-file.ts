import { closeSync, existsSync, openSync, readSync } from 'node:fs';

/** `MDB_MAGIC`, little-endian, as the first meta page holds it. */
const MAGIC = Buffer.from([0xde, 0xc0, 0xef, 0xbe]);
const HEAD_BYTES = 64;

/** Throws for a file that is no LMDB environment: opening one takes the whole process down. */
export function assertLmdb(path: string): void {
  if (!existsSync(path)) return;
  const head = Buffer.alloc(HEAD_BYTES);
  const descriptor = openSync(path, 'r');
  const length = readSync(descriptor, head, 0, HEAD_BYTES, 0);
  closeSync(descriptor);
  // A process killed while it made the file leaves it empty; LMDB begins it anew.
  if (length > 0 && !head.includes(MAGIC)) throw new Error(`${path} is not a Weir database`);
}
