import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf, unwritable } from './filesystem-failure.js';

/** A complete file on the disk, that no key names yet. */
export interface IncomingFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** `~` is in no key, so no object lies here. */
const FOLDER = '~incoming';
const OWNER = /^(\d+)-/;

/** Where files are written before they get their names: on the same filesystem, so that a link is enough. */
export class Incoming {
  readonly folder: string;

  constructor(root: string) {
    this.folder = join(root, FOLDER);
  }

  /** Makes the folder, and takes away what processes that died left behind. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      if (await isLeftover(path, name)) await rm(path, { force: true });
    }
  }

  /** Writes the body, hashed on the way, and flushes it. Whatever fails leaves nothing. The body's own error is its own. */
  async write(body: Uint8Array | Readable): Promise<IncomingFile> {
    const path = join(this.folder, `${process.pid}-${randomUUID()}`);
    const file = await this.attempt(() => open(path, 'wx', 0o644));
    try {
      const { size, sha256 } = await this.fill(file, body);
      await this.attempt(() => file.sync());
      return { path, size, sha256 };
    } catch (error) {
      await this.discard(path);
      throw error;
    } finally {
      await file.close();
    }
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true }).catch(() => undefined);
  }

  private async fill(file: FileHandle, body: Uint8Array | Readable) {
    const hash = createHash('sha256');
    let size = 0;
    const chunks = body instanceof Uint8Array ? [body] : (body as AsyncIterable<Uint8Array | string>);
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(bytes);
      size += bytes.length;
      await this.attempt(() => file.writeFile(bytes));
    }
    return { size, sha256: hash.digest('hex') };
  }

  private async attempt<R>(operation: () => Promise<R>): Promise<R> {
    try {
      return await operation();
    } catch (error) {
      throw unwritable(this.folder, error);
    }
  }
}

/** Whether the process that wrote the file is gone. Process ids come again, so one's own counts only since the start. */
async function isLeftover(path: string, name: string): Promise<boolean> {
  const owner = Number(OWNER.exec(name)?.[1]);
  if (owner !== process.pid) return !isAlive(owner);
  const { mtimeMs } = await stat(path);
  return mtimeMs < performance.timeOrigin;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return codeOf(error) === 'EPERM';
  }
}
