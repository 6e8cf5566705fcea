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
  load8: load([0x2d], 0),
  load16: load([0x2f], 1),
  store: store([0x36], 2),
  store16: store([0x3b], 1),
  isZero: plain(0x45),
  isLess: plain(0x49),
  add: plain(0x6a),
  sub: plain(0x6b),
  mul: plain(0x6c),
  and: plain(0x71),
  xor: plain(0x73),
  shiftLeft: plain(0x74),
  shiftRight: plain(0x76),
};

export const f32 = { load: load([0x2a], 2) };

export const f64 = {
  load: load([0x2b], 3),
  store: store([0x39], 3),
  const: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  isLess: plain(0x63),
  isEqual: plain(0x61),
  add: plain(0xa0),
  sub: plain(0xa1),
  mul: plain(0xa2),
  div: plain(0xa3),
  promote: plain(0xbb),
};

/** 128 bits, whatever they hold. */
export const v128 = {
  const: (bytes: readonly number[]): Code => [0xfd, 0x0c, ...bytes],
  load: load([0xfd, 0x00], 4),
  store: store([0xfd, 0x0b], 4),
  /** One byte, sixteen times. */
  load8Splat: load([0xfd, 0x07], 0),
  /** Eight bytes, twice. */
  load64Splat: load([0xfd, 0x0a], 3),
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

export const f64x2 = {
  splat: vector(0x14),
  add: vector(0xf0),
  sub: vector(0xf1),
  mul: vector(0xf2),
  div: vector(0xf3),
  /** The sum of both. */
  sum: (pair: Local): Code => [...pair.get, 0xfd, 0x21, 0, ...pair.get, 0xfd, 0x21, 1, 0xa0],
};

/** A parameter or variable of a kernel. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** Picks `whenTrue` where `condition` is not 0; both are computed. */
export function select(whenTrue: Code, whenFalse: Code, condition: Code): Code {
  return [...whenTrue, ...whenFalse, ...condition, 0x1b];
}

/** `while (condition) body` */
export function whileLoop(condition: Code, ...body: Code[]): Code {
  const leaveUnless = [...condition, 0x45, 0x0d, 1];
  return [...[0x02, 0x40, 0x03, 0x40], ...leaveUnless, ...body.flat(), ...[0x0c, 0, 0x0b, 0x0b]];
}

/** `if (condition) whenTrue else whenFalse` */
export function ifElse(condition: Code, whenTrue: readonly Code[], whenFalse: readonly Code[]): Code {
  return [...condition, 0x04, 0x40, ...whenTrue.flat(), 0x05, ...whenFalse.flat(), 0x0b];
}

/** Calls the kernel of this place in its module. */
export function call(kernel: number, ...parameters: Code[]): Code {
  return [...parameters.flat(), 0x10, ...unsigned(kernel)];
}
