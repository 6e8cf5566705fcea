import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/** Where results go, as fast as they are taken there. */
export interface Sink {
  write(data: string | Uint8Array): Promise<void>;
  end?(): Promise<void>;
}

/** A file that stands under its name once it is whole, and not before. */
export class FileSink implements Sink {
  readonly #part: string;
  readonly #stream: WriteStream;
  #failure: Error | undefined;

  constructor(private readonly path: string) {
    this.#part = `${path}.part`;
    this.#stream = createWriteStream(this.#part);
    this.#stream.on('error', (error) => (this.#failure = error));
  }

  async write(data: string | Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (!this.#stream.write(data)) await once(this.#stream, 'drain');
  }

  async finish(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#stream.end();
    await once(this.#stream, 'close');
    if (this.#failure !== undefined) throw this.#failure;
    await rename(this.#part, this.path);
  }

  /** Leaves nothing behind. */
  async drop(): Promise<void> {
    this.#stream.destroy();
    await rm(this.#part, { force: true });
  }
}
