/** Lengths and deltas stay below 2^35. */
export const MAX_VARINT_BYTES = 5;

const CONTINUES = 0x80;
const LOW_BITS = 0x7f;

export function byteLength(bytes: string | Buffer | null): number {
  if (bytes === null) return 0;
  return typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
}

/** Writes into a buffer that is large enough. */
export class ByteWriter {
  constructor(
    private readonly buffer: Buffer,
    private position: number,
  ) {}

  number(value: number): void {
    let rest = value;
    while (rest > LOW_BITS) {
      this.buffer[this.position++] = (rest & LOW_BITS) | CONTINUES;
      rest >>>= 7;
    }
    this.buffer[this.position++] = rest;
  }

  nullable(bytes: string | Buffer | null): void {
    if (bytes === null) {
      this.number(0);
    } else if (typeof bytes === 'string') {
      this.#string(bytes, 1);
    } else {
      this.number(bytes.length + 1);
      this.position += bytes.copy(this.buffer, this.position);
    }
  }

  text(text: string): void {
    this.#string(text, 0);
  }

  #string(text: string, more: number): void {
    this.number(Buffer.byteLength(text) + more);
    this.position += this.buffer.write(text, this.position);
  }

  written(): Buffer {
    return this.buffer.subarray(0, this.position);
  }
}

export class ByteReader {
  constructor(
    private readonly buffer: Buffer,
    private position: number,
  ) {}

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.buffer[this.position++];
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
    const start = this.position;
    this.position += length;
    return this.buffer.toString('utf8', start, this.position);
  }

  #bytes(length: number): Buffer {
    const start = this.position;
    this.position += length;
    return this.buffer.subarray(start, this.position);
  }
}
