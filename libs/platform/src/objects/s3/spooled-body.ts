import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { describeFailure, plainCause } from '../../driver-failure/index.js';
import { WeirError } from '../../errors/index.js';

/** Bytes whose size and SHA-256 are known before they are sent: S3 wants both in the request's head. */
export interface SpooledBody {
  readonly size: number;
  readonly sha256: string;
  /** The bytes, or how to read them from the file. */
  readonly content: Buffer | (() => Readable);
  dispose(): Promise<void>;
}

/** Up to here a stream stays in memory and no file is made. Bytes. */
const SPOOL_THRESHOLD = 5 * 1024 * 1024;

/** Without a copy, unless it is text. */
function asBuffer(chunk: Uint8Array | string): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

const nothing = async () => undefined;

export async function spool(body: Uint8Array | Readable, folder: string): Promise<SpooledBody> {
  if (!(body instanceof Uint8Array)) return new Spool(folder).fill(body);
  const content = asBuffer(body);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { size: content.length, sha256, content, dispose: nothing };
}

class Spool {
  private readonly hash = createHash('sha256');
  private readonly path: string;
  private file: FileHandle | undefined;
  private chunks: Buffer[] = [];
  private size = 0;

  constructor(private readonly folder: string) {
    this.path = join(folder, `weir-spool-${randomUUID()}`);
  }

  async fill(body: Readable): Promise<SpooledBody> {
    try {
      for await (const chunk of body as AsyncIterable<Uint8Array | string>) await this.add(asBuffer(chunk));
      await this.file?.close();
    } catch (error) {
      await this.discard();
      throw error;
    }
    const content = this.file === undefined ? Buffer.concat(this.chunks) : () => createReadStream(this.path);
    this.chunks = [];
    return { size: this.size, sha256: this.hash.digest('hex'), content, dispose: () => this.discard() };
  }

  private async add(chunk: Buffer): Promise<void> {
    this.hash.update(chunk);
    this.size += chunk.length;
    if (this.file === undefined && this.size <= SPOOL_THRESHOLD) {
      this.chunks.push(chunk);
      return;
    }
    await this.write(chunk);
  }

  private async write(chunk: Buffer): Promise<void> {
    try {
      this.file ??= await open(this.path, 'wx', 0o600);
      for (const waiting of [...this.chunks, chunk]) await this.file.writeFile(waiting);
      this.chunks = [];
    } catch (error) {
      const cause = plainCause(error);
      throw new WeirError('WEIR_STATE_UNWRITABLE', `${this.folder}: ${describeFailure(cause)}`, { cause });
    }
  }

  private async discard(): Promise<void> {
    if (this.file === undefined) return;
    await this.file.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }
}
