/**
 * WebAssembly instructions as functions: an expression is written as nested calls and gives its bytes
 * (WebAssembly Core Specification 2.0, chapter 5, "Binary Format"). Only what the kernels use.
 */
export type Code = readonly number[];

/** LEB128, as every size and index of the format is written. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}

/** Signed LEB128, as constants are written. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (; rest >= 64 || rest < -64; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest & 0x7f);
  return bytes;
}

type Operation = (...operands: Code[]) => Code;

const plain =
  (opcode: number): Operation =>
  (...operands) => [...operands.flat(), opcode];

const vector =
  (opcode: number): Operation =>
  (...operands) => [...operands.flat(), 0xfd, ...unsigned(opcode)];

/** `align` is the exponent of the natural alignment, a mere hint. */
const load =
  (opcode: Code, align: number) =>
  (address: Code, offset = 0): Code => [...address, ...opcode, align, ...unsigned(offset)];

const store =
  (opcode: Code, align: number) =>
  (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    ...opcode,
    align,
    ...unsigned(offset),
  ];

/** Addresses and counts: comparison and shift are unsigned. */
export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: load([0x28], 2),
  load16: load([0x2f], 1),
  store16: store([0x3b], 1),
  isLess: plain(0x49),
  add: plain(0x6a),
  mul: plain(0x6c),
  xor: plain(0x73),
  shiftLeft: plain(0x74),
  shiftRight: plain(0x76),
};

export const f32 = { load: load([0x2a], 2) };

export const f64 = {
  load: load([0x2b], 3),
  store: store([0x39], 3),
  add: plain(0xa0),
  promote: plain(0xbb),
};

/** 128 bits, whatever they hold. */
export const v128 = {
  const: (bytes: readonly number[]): Code => [0xfd, 0x0c, ...bytes],
  load: load([0xfd, 0x00], 4),
  store: store([0xfd, 0x0b], 4),
  /** One byte, sixteen times. */
  load8Splat: load([0xfd, 0x07], 0),
  and: vector(0x4e),
  /** The bits of the first that are not in the second. */
  andNot: vector(0x4f),
  or: vector(0x50),
};

export const f32x4 = { splat: vector(0x13), isGreater: vector(0x44), isAtMost: vector(0x45) };

/** `narrow` saturates, so that lanes of all ones stay all ones. */
export const i16x8 = {
  narrow: vector(0x85),
  isEqual: vector(0x2d),
  add: vector(0x8e),
  sub: vector(0x91),
};

/** `bitmask` gathers the lanes' highest bits. */
export const i8x16 = { narrow: vector(0x65), bitmask: vector(0x64) };
