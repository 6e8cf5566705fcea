import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { WeirError } from '@weir/platform';

/** Bytes kept in memory before a file is used. */
const MEMORY_BYTES = 1_048_576;
const READ_BYTES = 262_144;

/** An answer that is complete: bytes, or a stream of a file that is gone once it is read or closed. */
export interface Answer {
  readonly body: Buffer | Readable;
  readonly length: number;
}

/**
 * Takes an answer in whole, in memory while it is small and in a temporary file beyond, before any of it is sent: so a
 * fault in the last row, or an outage half-way, is an error and not half an answer; and a client that sends everything
 * before it reads is not waited for by one that waits for it.
 */
export class AnswerSpool {
  readonly #held: Buffer[] = [];
  #length = 0;
  #file: SpoolFile | undefined;

  constructor(private readonly maxBytes: number) {}

  /** Rejects with `WEIR_REQUEST_TOO_LARGE`, or where the disk is full. */
  async write(piece: string | Buffer): Promise<void> {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    this.#length += bytes.length;
    if (this.#length > this.maxBytes)
      throw new WeirError('WEIR_REQUEST_TOO_LARGE', `The answer would be larger than ${this.maxBytes} bytes`);
    if (this.#file === undefined && this.#length > MEMORY_BYTES) await this.#spill();
    if (this.#file === undefined) this.#held.push(bytes);
    else await this.#file.write(bytes);
  }

  /** Nothing more is written. */
  async finish(): Promise<Answer> {
    const length = this.#length;
    if (this.#file === undefined) return { body: Buffer.concat(this.#held, length), length };
    await this.#file.end();
    return { body: this.#file.open(), length };
  }

  /** Frees the disk of an answer that is not finished; idempotent. */
  async dispose(): Promise<void> {
    await this.#file?.dispose();
  }

  async #spill(): Promise<void> {
    this.#file = new SpoolFile();
    for (const bytes of this.#held.splice(0)) await this.#file.write(bytes);
  }
}

class SpoolFile {
  readonly #path = join(tmpdir(), `weir-answer-${randomUUID()}`);
  readonly #stream: WriteStream = createWriteStream(this.#path, { flags: 'wx', mode: 0o600 });

  constructor() {
    // Told to whoever writes next.
    this.#stream.on('error', () => undefined);
  }

  async write(bytes: Buffer): Promise<void> {
    if (this.#stream.errored !== null) throw this.#stream.errored;
    if (!this.#stream.write(bytes)) await once(this.#stream, 'drain');
  }

  async end(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
  }

  open(): Readable {
    const stream = createReadStream(this.#path, { highWaterMark: READ_BYTES });
    return stream.once('close', () => void this.dispose());
  }

  async dispose(): Promise<void> {
    this.#stream.destroy();
    await rm(this.#path, { force: true });
  }
}
