/** Lengths and deltas stay below 2^35. */
const MAX_VARINT_BYTES = 5;

const CONTINUES = 0x80;
const LOW_BITS = 0x7f;
/** Up to this length a loop is faster than a call of the runtime, and the length takes one byte. */
const SHORT_TEXT = 48;

/** Writes into a buffer that grows. */
export class ByteWriter {
  #buffer: Buffer;
  #position: number;

  /** The first `skipped` bytes are for the caller to fill in. */
  constructor(capacity: number, skipped = 0) {
    this.#buffer = Buffer.allocUnsafe(capacity);
    this.#position = skipped;
  }

  get position(): number {
    return this.#position;
  }

  number(value: number): void {
    this.#reserve(MAX_VARINT_BYTES);
    let rest = value;
    while (rest > LOW_BITS) {
      this.#buffer[this.#position++] = (rest & LOW_BITS) | CONTINUES;
      rest >>>= 7;
    }
    this.#buffer[this.#position++] = rest;
  }

  nullable(bytes: string | Buffer | null): void {
    if (bytes === null) {
      this.number(0);
    } else if (typeof bytes === 'string') {
      this.#string(bytes, 1);
    } else {
      this.number(bytes.length + 1);
      this.raw(bytes);
    }
  }

  text(text: string): void {
    this.#string(text, 0);
  }

  raw(bytes: Buffer): void {
    this.#reserve(bytes.length);
    this.#position += bytes.copy(this.#buffer, this.#position);
  }

  written(): Buffer {
    return this.#buffer.subarray(0, this.#position);
  }

  #string(text: string, more: 0 | 1): void {
    if (text.length <= SHORT_TEXT && this.#shortAscii(text, more)) return;
    const length = Buffer.byteLength(text);
    this.number(length + more);
    this.#reserve(length);
    this.#position += this.#buffer.write(text, this.#position);
  }

  /** False, and nothing is written, if the text is not ASCII. */
  #shortAscii(text: string, more: 0 | 1): boolean {
    const { length } = text;
    this.#reserve(1 + length);
    const start = this.#position + 1;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > LOW_BITS) return false;
      this.#buffer[start + index] = code;
    }
    this.#buffer[start - 1] = length + more;
    this.#position = start + length;
    return true;
  }

  #reserve(bytes: number): void {
    const needed = this.#position + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#buffer.length));
    this.#buffer.copy(larger, 0, 0, this.#position);
    this.#buffer = larger;
  }
}

export class ByteReader {
  #position: number;

  constructor(
    private readonly buffer: Buffer,
    position: number,
  ) {
    this.#position = position;
  }

  get position(): number {
    return this.#position;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.buffer[this.#position++];
      if (byte === undefined) throw new RangeError('a chunk ends before its last record');
      value |= (byte & LOW_BITS) << shift;
      if (byte < CONTINUES) return value;
    }
  }

  nullable(): Buffer | null {
    const length = this.number();
    return length === 0 ? null : this.#bytes(length - 1);
  }

  text(): string {
    const length = this.number();
    const start = this.#position;
    this.#position += length;
    return this.buffer.toString('utf8', start, this.#position);
  }

  /** Passes over bytes that equal those from `start` to `end`; over nothing, and false, where they differ. */
  repeats(start: number, end: number): boolean {
    const shift = this.#position - start;
    for (let index = start; index < end; index += 1) {
      if (this.buffer[index] !== this.buffer[index + shift]) return false;
    }
    this.#position += end - start;
    return true;
  }

  #bytes(length: number): Buffer {
    const start = this.#position;
    this.#position += length;
    return this.buffer.subarray(start, this.#position);
  }
}
