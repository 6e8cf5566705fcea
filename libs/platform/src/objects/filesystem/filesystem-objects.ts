import { createReadStream } from 'node:fs';
import { link, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { missingError, namesOf, tooLargeError } from '../object-rules.js';
import type { ObjectInfo, Objects, PutResult } from '../objects.js';
import { collect, DEFAULT_MAX_BYTES, verified } from '../verified-stream.js';
import { digestPath, readDigest, writeDigest } from './digest-file.js';
import { codeOf, inTheWay, NOT_A_FOLDER, unreadable, unwritable } from './filesystem-failure.js';
import { flushFolder } from './flush-folder.js';
import { Incoming, type IncomingFile } from './incoming.js';

const ABSENT = ['ENOENT', 'ENOTDIR', 'EISDIR'];
const RACES = 5;

/** Objects as plain files below a folder, each with its SHA-256 beside it. Durable once `put` resolves. */
export class FilesystemObjects implements Objects {
  private readonly incoming: Incoming;
  private opening: Promise<void> | undefined;

  constructor(private readonly root: string) {
    this.incoming = new Incoming(root);
  }

  async put(key: string, body: Uint8Array | Readable): Promise<PutResult> {
    const path = this.pathOf(key);
    await this.open();
    const file = await this.incoming.write(body);
    try {
      return await this.putWritten(key, file, path);
    } catch (error) {
      if (NOT_A_FOLDER.includes(codeOf(error) ?? '')) throw inTheWay(key, error);
      throw unwritable(this.root, error);
    } finally {
      await this.incoming.discard(file.path);
    }
  }

  async head(key: string): Promise<ObjectInfo | null> {
    const path = this.pathOf(key);
    await this.open();
    try {
      return await describe(this.incoming, key, path);
    } catch (error) {
      if (ABSENT.includes(codeOf(error) ?? '')) return null;
      throw unreadable(this.root, error);
    }
  }

  async get(key: string, expected?: { readonly sha256: string }): Promise<Readable> {
    const found = await this.head(key);
    if (found === null) throw missingError(key);
    const source = createReadStream(this.pathOf(key), { highWaterMark: 256 * 1024 });
    const sha256 = expected?.sha256 ?? found.sha256;
    return verified(source, { key, sha256 }, (error) =>
      codeOf(error) === 'ENOENT' ? missingError(key) : unreadable(this.root, error),
    );
  }

  async read(
    key: string,
    expected: { readonly sha256?: string; readonly maxBytes?: number } = {},
  ): Promise<Buffer> {
    const { sha256, maxBytes = DEFAULT_MAX_BYTES } = expected;
    const found = await this.head(key);
    if (found === null) throw missingError(key);
    if (found.size > maxBytes) throw tooLargeError(key, maxBytes);
    return collect(await this.get(key, { sha256: sha256 ?? found.sha256 }), key, maxBytes);
  }

  async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    await this.open();
    try {
      // The record first: without it the object is still whole, but a record would accuse the key's next object.
      await rm(digestPath(path), { force: true });
      await rm(path);
      await flushFolder(dirname(path));
    } catch (error) {
      if (!ABSENT.includes(codeOf(error) ?? '')) throw unwritable(this.root, error);
    }
  }

  /** Writes a few bytes: a full or read-only disk shows itself in no other way. */
  async check(): Promise<void> {
    await this.open();
    const probe = await this.incoming.write(Buffer.from('weir'));
    await this.incoming.discard(probe.path);
  }

  async close(): Promise<void> {}

  private pathOf(key: string): string {
    return join(this.root, ...namesOf(key));
  }

  private async putWritten(key: string, file: IncomingFile, path: string): Promise<PutResult> {
    for (let attempt = 1; attempt <= RACES; attempt++) {
      if (await this.name(file, path)) return { key, size: file.size, sha256: file.sha256, created: true };
      const standing = await this.head(key);
      if (standing !== null) return { ...standing, created: false };
      // A folder stands there, or an object that was deleted just now.
    }
    throw inTheWay(key);
  }

  /** Gives the file its name, if nothing has it: `link` refuses, atomically, where `rename` would replace. */
  private async name(file: IncomingFile, path: string): Promise<boolean> {
    await this.makeFolder(dirname(path));
    try {
      await link(file.path, path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
    await writeDigest(this.incoming, path, file.sha256);
    return true;
  }

  private async makeFolder(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    // Each new folder's own name must be flushed too, up to the first that was there.
    for (let made = folder; made.length >= first.length; made = dirname(made))
      await flushFolder(dirname(made));
  }

  private async open(): Promise<void> {
    this.opening ??= this.incoming.open().catch((error: unknown) => {
      this.opening = undefined;
      throw unwritable(this.root, error);
    });
    await this.opening;
  }
}

/** `null` where a folder stands. */
async function describe(incoming: Incoming, key: string, path: string): Promise<ObjectInfo | null> {
  const found = await stat(path);
  return found.isFile() ? { key, size: found.size, sha256: await readDigest(incoming, path) } : null;
}
