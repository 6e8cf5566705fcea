import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { bounded } from '../../http/bounded.js';

/** Bytes kept in memory before a file is used. */
const MEMORY_BYTES = 1_048_576;

/** An upload that can be read more than once. */
export interface Spool {
  open(): Readable;
  /** Frees the disk; idempotent. */
  dispose(): Promise<void>;
}

/**
 * Takes an upload in whole, in memory while it is small and in a temporary file beyond. It is read before an answer
 * begins: a client that sends everything before it reads would wait for ever on one that streams both ways at once,
 * and an error in the last row can still be answered as an error.
 */
export async function spool(upload: Readable, maxBytes: number): Promise<Spool> {
  const held: Buffer[] = [];
  let heldBytes = 0;
  let file: SpoolFile | undefined;
  try {
    const limited = upload.pipe(bounded(maxBytes));
    upload.once('error', (error) => limited.destroy(error));
    for await (const chunk of limited as AsyncIterable<Buffer>) {
      if (file === undefined && heldBytes + chunk.length > MEMORY_BYTES) file = await SpoolFile.create(held);
      if (file !== undefined) await file.write(chunk);
      else {
        held.push(chunk);
        heldBytes += chunk.length;
      }
    }
    await file?.end();
  } catch (error) {
    await file?.dispose();
    throw error;
  }
  return file ?? { open: () => Readable.from(held, { objectMode: false }), dispose: async () => {} };
}

class SpoolFile implements Spool {
  private constructor(
    private readonly path: string,
    private readonly stream: WriteStream,
  ) {}

  static async create(held: readonly Buffer[]): Promise<SpoolFile> {
    const path = join(tmpdir(), `weir-upload-${randomUUID()}`);
    const stream = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    const file = new SpoolFile(path, stream);
    for (const chunk of held) await file.write(chunk);
    return file;
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.stream.errored !== null) throw this.stream.errored;
    if (!this.stream.write(chunk)) await once(this.stream, 'drain');
  }

  async end(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
  }

  open(): Readable {
    return createReadStream(this.path);
  }

  async dispose(): Promise<void> {
    this.stream.destroy();
    await rm(this.path, { force: true });
  }
}
