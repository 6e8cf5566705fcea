import type { Readable } from 'node:stream';
import { type ObjectInfo, type Objects, type PutResult, WeirError } from '@weir/platform';

/** Objects whose store can be taken away, as a network takes it, and whose reads are counted. */
export class InterruptibleObjects implements Objects {
  isAway = false;
  reads = 0;

  constructor(private readonly store: Objects) {}

  async read(
    key: string,
    expected?: { readonly sha256: string; readonly maxBytes?: number },
  ): Promise<Buffer> {
    this.reads += 1;
    this.#require();
    return this.store.read(key, expected);
  }

  async get(key: string, expected?: { readonly sha256: string }): Promise<Readable> {
    this.#require();
    return this.store.get(key, expected);
  }

  async put(key: string, body: Uint8Array | Readable): Promise<PutResult> {
    this.#require();
    return this.store.put(key, body);
  }

  async head(key: string): Promise<ObjectInfo | null> {
    this.#require();
    return this.store.head(key);
  }

  async delete(key: string): Promise<void> {
    this.#require();
    await this.store.delete(key);
  }

  async check(): Promise<void> {
    this.#require();
    await this.store.check();
  }

  async close(): Promise<void> {}

  #require(): void {
    if (this.isAway) throw new WeirError('WEIR_OBJECTS_UNAVAILABLE', 'the store was taken away');
  }
}
