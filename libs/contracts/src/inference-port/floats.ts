import { endianness } from 'node:os';

const IS_LITTLE_ENDIAN = endianness() === 'LE';

/** Writes 32-bit floats, little-endian. */
export function writeFloats(values: Float32Array, to: Uint8Array, at: number): void {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  to.set(bytes, at);
  if (!IS_LITTLE_ENDIAN) Buffer.from(to.buffer, to.byteOffset + at, bytes.length).swap32();
}

/** `count` little-endian 32-bit floats; a view of the bytes where they lie aligned. */
export function readFloats(bytes: Uint8Array, count: number): Float32Array {
  const isAligned = bytes.byteOffset % 4 === 0 && IS_LITTLE_ENDIAN;
  const own = isAligned ? bytes : Uint8Array.from(bytes.subarray(0, count * 4));
  if (!IS_LITTLE_ENDIAN) Buffer.from(own.buffer).swap32();
  return new Float32Array(own.buffer, own.byteOffset, count);
}
