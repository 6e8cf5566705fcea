import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { usageError } from '../errors/cli-error.js';

/** Where results go, as fast as they are taken there. */
export interface Sink {
  write(data: string | Uint8Array): Promise<void>;
  end?(): Promise<void>;
}

/** A file that stands under its name once it is whole, and not before. Throws a usage error where it cannot be written. */
export class FileSink implements Sink {
  readonly #part: string;
  readonly #stream: WriteStream;
  #failure: Error | undefined;

  constructor(private readonly path: string) {
    this.#part = `${path}.part`;
    this.#stream = createWriteStream(this.#part);
    this.#stream.on('error', (error) => (this.#failure = unwritable(error)));
  }

  async write(data: string | Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (!this.#stream.write(data)) await this.#next('drain');
  }

  async finish(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#stream.end();
    await this.#next('close');
    await rename(this.#part, this.path).catch((error: Error) => {
      throw unwritable(error);
    });
  }

  /** Leaves nothing behind. */
  async drop(): Promise<void> {
    this.#stream.destroy();
    await rm(this.#part, { force: true });
  }

  async #next(event: 'drain' | 'close'): Promise<void> {
    await once(this.#stream, event).catch(() => undefined);
    if (this.#failure !== undefined) throw this.#failure;
  }
}

function unwritable({ message }: Error): Error {
  return usageError(`the file cannot be written: ${message}`);
}
