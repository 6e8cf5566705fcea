/** Reads the fields of a record: variable-length integers, zigzag-coded, and what they give the length of. */
export class Cursor {
  at = 0;

  constructor(private readonly bytes: Buffer) {}

  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.at++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return (value >>> 1) ^ -(value & 1);
  }

  /** Up to 53 bits: timestamps differ by less. */
  varlong(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] as number;
    let value = byte & 0x7f;
    for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
      byte = bytes[this.at++] as number;
      value += (byte & 0x7f) * scale;
    }
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  field(): Buffer | null {
    const length = this.varint();
    if (length < 0) return null;
    const start = this.at;
    this.at += length;
    return this.bytes.subarray(start, this.at);
  }

  text(): string {
    const length = this.varint();
    if (length <= 0) return '';
    const start = this.at;
    this.at += length;
    return this.bytes.toString('utf8', start, this.at);
  }
}
