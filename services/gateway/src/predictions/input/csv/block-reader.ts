import { isUtf8 } from 'node:buffer';
import { WeirError } from '@weir/platform';

const BLOCK_BYTES = 262_144;
/** Of a record: a cell of a megabyte is no value of anything. */
const MAX_RECORD_BYTES = 1_048_576;

export interface Block {
  readonly bytes: Buffer;
  /** Nothing follows. */
  readonly isLast: boolean;
}

/** Cuts a stream into blocks of its own memory, each of which begins with what its reader left of the one before. */
export class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  #isAtEnd = false;

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  /** `left`: bytes that begin a record. Throws `WEIR_DATA_MALFORMED` where a record is too long. */
  async next(left: Buffer, line: number): Promise<Block> {
    if (left.length > MAX_RECORD_BYTES)
      throw new WeirError(
        'WEIR_DATA_MALFORMED',
        `line ${line}: the row is longer than ${MAX_RECORD_BYTES} bytes`,
      );
    const block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, left.length * 2));
    let length = left.copy(block);
    while (length < block.length && (await this.#hasMore())) {
      const taken = this.#rest.copy(block, length);
      length += taken;
      this.#rest = this.#rest.subarray(taken);
    }
    return { bytes: block.subarray(0, length), isLast: !(await this.#hasMore()) };
  }

  /** Ends the stream before its end. */
  async stop(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #hasMore(): Promise<boolean> {
    while (this.#rest.length === 0 && !this.#isAtEnd) {
      const { done, value } = await this.#chunks.next();
      if (done === true) this.#isAtEnd = true;
      else this.#rest = value;
    }
    return this.#rest.length > 0;
  }
}

/** Throws `WEIR_DATA_BINARY` on a NUL byte or on bytes that are not UTF-8. */
export function checkText(bytes: Uint8Array): void {
  if (!isUtf8(bytes)) throw new WeirError('WEIR_DATA_BINARY', 'The data is not UTF-8 text');
  if (bytes.includes(0)) throw new WeirError('WEIR_DATA_BINARY', 'The data holds NUL bytes');
}
