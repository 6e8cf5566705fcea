import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { WeirError } from '../errors/index.js';

/** Less free space than this, in bytes, and a start would only fail later. */
const LEAST_FREE_BYTES = 32 * 1024 * 1024;
const PROBE_BYTES = 64 * 1024;

/** Makes the folder, proves that it takes data, and returns its real path. */
export function writableFolder(path: string): string {
  const folder = resolve(path);
  try {
    makeFolder(folder);
    probe(join(folder, `.probe-${process.pid}`));
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  const { bavail, bsize } = statfsSync(folder, { bigint: true });
  const free = bavail * bsize;
  if (free < BigInt(LEAST_FREE_BYTES)) {
    throw new WeirError('WEIR_STATE_UNWRITABLE', `${folder}: the disk is full (${free} bytes are free)`, {
      context: { folder, free: Number(free) },
    });
  }
  return realpathSync(folder);
}

/** With its parents. Node's own `recursive` never returns where a file system takes no folders, as /proc does not. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Writes and syncs: some file systems say only then that they are full. */
function probe(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    writeSync(descriptor, Buffer.alloc(PROBE_BYTES, 1));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
}

export function unwritable(folder: string, cause: unknown): WeirError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new WeirError('WEIR_STATE_UNWRITABLE', `${folder}: ${reason}`, { cause, context: { folder } });
}
