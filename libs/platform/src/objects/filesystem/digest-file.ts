import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { codeOf } from './filesystem-failure.js';
import { flushFolder } from './flush-folder.js';
import type { Incoming } from './incoming.js';

const LINE = /^([0-9a-f]{64}) {2}/;

/** Beside each object, in the form that `sha256sum -c` reads. `~` is in no key. */
export const digestPath = (path: string) => `${path}~sha256`;

export async function writeDigest(incoming: Incoming, path: string, sha256: string): Promise<void> {
  const file = await incoming.write(Buffer.from(`${sha256}  ${basename(path)}\n`));
  await rename(file.path, digestPath(path));
  await flushFolder(dirname(path));
}

/**
 * The recorded SHA-256. An object gets its name first, then its record: where a crash came in between, the object is
 * whole (it was flushed before it was named), and its digest is computed and recorded now.
 */
export async function readDigest(incoming: Incoming, path: string): Promise<string> {
  const recorded = LINE.exec(await readIfThere(digestPath(path)))?.[1];
  if (recorded !== undefined) return recorded;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest('hex');
  await writeDigest(incoming, path, sha256);
  return sha256;
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
