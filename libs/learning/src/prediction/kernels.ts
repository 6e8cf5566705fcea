import { Kernel } from './wasm/assembler.js';
import { type Code, f32, f32x4, f64, i8x16, i16x8, i32, v128, whileLoop } from './wasm/instructions.js';
import { KernelModule } from './wasm/module.js';

/** Rows that walk together: a row is a bit of 128. */
export const BLOCK_ROWS = 128;
export const MASK_BYTES = BLOCK_ROWS / 8;
/** Bytes of a column of a block: float32. */
export const COLUMN_BYTES = BLOCK_ROWS * 4;
/** A test: the address of its column (i32), its threshold (f32). */
export const TEST_BYTES = 8;
/** An inner node: the addresses of its test's mask and of its children's masks (3 × i32). */
export const NODE_BYTES = 12;

const NO_BITS = v128.const(new Array(16).fill(0));
/** Each of eight 16-bit lanes has the bit of its row. */
const ROW_BITS = v128.const([0, 1, 2, 3, 4, 5, 6, 7].flatMap((row) => [1 << row, 0]));

const advance = (value: Code, by: number) => i32.add(value, i32.const(by));

/**
 * Asks every test from `test` to `end` of the block's rows: writes masks of the rows that go right, those with a
 * missing value among them unless `missingGoesLeft` (a comparison with NaN is false).
 */
function testKernel(name: string, missingGoesLeft: boolean): Kernel {
  const kernel = new Kernel(name);
  const [test, end, mask] = [kernel.parameter('i32'), kernel.parameter('i32'), kernel.parameter('i32')];
  const [value, last] = [kernel.variable('i32'), kernel.variable('i32')];
  const threshold = kernel.variable('v128');
  const compare = missingGoesLeft ? f32x4.isGreater : f32x4.isAtMost;
  const four = (offset: number) => compare(v128.load(value.get, offset), threshold.get);
  const sixteen = i8x16.bitmask(
    i8x16.narrow(i16x8.narrow(four(0), four(16)), i16x8.narrow(four(32), four(48))),
  );
  return kernel.does(
    whileLoop(
      i32.isLess(test.get, end.get),
      threshold.set(f32x4.splat(f32.load(test.get, 4))),
      value.set(i32.load(test.get)),
      last.set(advance(value.get, COLUMN_BYTES)),
      whileLoop(
        i32.isLess(value.get, last.get),
        i32.store16(mask.get, missingGoesLeft ? sixteen : i32.xor(sixteen, i32.const(0xffff))),
        mask.set(advance(mask.get, 2)),
        value.set(advance(value.get, 64)),
      ),
      test.set(advance(test.get, TEST_BYTES)),
    ),
  );
}

/** Sends the rows of a tree's root (the first mask) down its inner nodes, parents first: a mask a node. */
function descendKernel(): Kernel {
  const kernel = new Kernel('descend');
  const [node, end, mask] = [kernel.parameter('i32'), kernel.parameter('i32'), kernel.parameter('i32')];
  const [rows, right] = [kernel.variable('v128'), kernel.variable('v128')];
  return kernel.does(
    whileLoop(
      i32.isLess(node.get, end.get),
      rows.set(v128.load(mask.get)),
      right.set(v128.load(i32.load(node.get))),
      v128.store(i32.load(node.get, 4), v128.andNot(rows.get, right.get)),
      v128.store(i32.load(node.get, 8), v128.and(rows.get, right.get)),
      mask.set(advance(mask.get, MASK_BYTES)),
      node.set(advance(node.get, NODE_BYTES)),
    ),
  );
}

/**
 * From `count` leaves' masks (each row in one) to the binary digits of each row's leaf, a mask a digit, lowest first:
 * digit 0 is set for the rows of odd leaves; then pairs of leaves become one, and so on. No branch depends on rows.
 */
function numberKernel(): Kernel {
  const kernel = new Kernel('numberLeaves');
  const [masks, count, digit] = [kernel.parameter('i32'), kernel.parameter('i32'), kernel.parameter('i32')];
  const [from, to, end] = [kernel.variable('i32'), kernel.variable('i32'), kernel.variable('i32')];
  const [odd, bits] = [kernel.variable('v128'), kernel.variable('v128')];
  return kernel.does(
    whileLoop(
      i32.isLess(i32.const(1), count.get),
      end.set(i32.add(masks.get, i32.shiftLeft(count.get, i32.const(4)))),
      v128.store(end.get, NO_BITS), // the partner of a last one alone
      bits.set(NO_BITS),
      from.set(masks.get),
      to.set(masks.get),
      whileLoop(
        i32.isLess(from.get, end.get),
        odd.set(v128.load(from.get, MASK_BYTES)),
        bits.set(v128.or(bits.get, odd.get)),
        v128.store(to.get, v128.or(v128.load(from.get), odd.get)),
        from.set(advance(from.get, 2 * MASK_BYTES)),
        to.set(advance(to.get, MASK_BYTES)),
      ),
      v128.store(digit.get, bits.get),
      digit.set(advance(digit.get, MASK_BYTES)),
      count.set(i32.shiftRight(advance(count.get, 1), i32.const(1))),
    ),
  );
}

/** From masks of digits (`digits` up to `end`) to a 16-bit number a row. */
function gatherKernel(): Kernel {
  const kernel = new Kernel('gatherNumbers');
  const [digits, end, number] = [kernel.parameter('i32'), kernel.parameter('i32'), kernel.parameter('i32')];
  const [digit, last] = [kernel.variable('i32'), kernel.variable('i32')];
  const eight = kernel.variable('v128');
  const isSet = i16x8.isEqual(v128.and(v128.load8Splat(digit.get), ROW_BITS), ROW_BITS);
  return kernel.does(
    last.set(advance(digits.get, MASK_BYTES)),
    whileLoop(
      i32.isLess(digits.get, last.get),
      eight.set(NO_BITS),
      digit.set(end.get),
      whileLoop(
        i32.isLess(digits.get, digit.get),
        digit.set(advance(digit.get, -MASK_BYTES)),
        // Twice the number, and 1 where the digit is set: all ones are -1.
        eight.set(i16x8.sub(i16x8.add(eight.get, eight.get), isSet)),
      ),
      v128.store(number.get, eight.get),
      number.set(advance(number.get, 16)),
      digits.set(advance(digits.get, 1)),
      end.set(advance(end.get, 1)),
    ),
  );
}

/** Adds to each row's sums (`rowBytes` apart) the `width` values of the leaf of its number. */
function addKernel(width: number): Kernel {
  const kernel = new Kernel('addLeaves');
  const [number, values] = [kernel.parameter('i32'), kernel.parameter('i32')];
  const [sums, rowBytes] = [kernel.parameter('i32'), kernel.parameter('i32')];
  const [leaf, end] = [kernel.variable('i32'), kernel.variable('i32')];
  const adds = Array.from({ length: width }, (_, index) => {
    const value = f64.promote(f32.load(leaf.get, 4 * index));
    return f64.store(sums.get, f64.add(f64.load(sums.get, 8 * index), value), 8 * index);
  });
  return kernel.does(
    end.set(advance(number.get, 2 * BLOCK_ROWS)),
    whileLoop(
      i32.isLess(number.get, end.get),
      leaf.set(i32.add(values.get, i32.mul(i32.load16(number.get), i32.const(4 * width)))),
      ...adds,
      sums.set(i32.add(sums.get, rowBytes.get)),
      number.set(advance(number.get, 2)),
    ),
  );
}

const modules = new Map<number, KernelModule>();

/** The kernels for leaves of `width` values. */
export function predictionKernels(width: number): KernelModule {
  const found = modules.get(width);
  if (found) return found;
  const made = new KernelModule([
    testKernel('testMissingLeft', true),
    testKernel('testMissingRight', false),
    descendKernel(),
    numberKernel(),
    gatherKernel(),
    addKernel(width),
  ]);
  modules.set(width, made);
  return made;
}
