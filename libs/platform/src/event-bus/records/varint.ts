/** Zigzag varints of 32 bits, as records have them: https://kafka.apache.org/documentation/#recordbatch. */

/** Bytes that `writeVarint` takes. */
export function varintSize(value: number): number {
  const zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  if (zigzag < 0x80) return 1;
  if (zigzag < 0x4000) return 2;
  if (zigzag < 0x20_0000) return 3;
  return zigzag < 0x1000_0000 ? 4 : 5;
}

/** Returns where the next byte goes. */
export function writeVarint(target: Uint8Array, at: number, value: number): number {
  let zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  let position = at;
  while (zigzag >= 0x80) {
    target[position++] = (zigzag & 0x7f) | 0x80;
    zigzag >>>= 7;
  }
  target[position++] = zigzag;
  return position;
}

/** Reads numbers one after the other. A record's varints are few bytes; only a timestamp's delta can need more than 32 bits. */
export class VarintReader {
  at = 0;

  constructor(readonly buffer: Buffer) {}

  /** A zigzag varint; exact up to 2⁵³. */
  signed(): number {
    const value = this.unsigned();
    // Beyond 31 bits the operators of integers no longer hold.
    if (value > 0x7fff_ffff) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    return (value >>> 1) ^ -(value & 1);
  }

  unsigned(): number {
    const { buffer } = this;
    let byte = buffer[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let factor = 0x80; byte >= 0x80; factor *= 0x80) {
      if (this.at >= buffer.length) throw new RangeError('a number ends beyond the data');
      byte = buffer[this.at++] ?? 0;
      value += (byte & 0x7f) * factor;
    }
    return value;
  }
}
