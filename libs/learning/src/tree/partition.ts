import type { BinnedMatrix } from '../binning/binned-matrix.js';

/**
 * 1 for a code above `bin` that is not the exceptional one, else 0. In arithmetic, by sign bits: a comparison would be
 * compiled to a branch, and guessed wrong for every third row.
 */
export function isRight(code: number, bin: number, exceptional: number): number {
  return ((bin - code) >>> 31) & ~(((code ^ exceptional) - 1) >>> 31);
}

/** In a function of its own: compiled while the loop before it runs, it would not be known yet, and be thrown away each time. */
function copyTo(into: Int32Array, at: number, source: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) into[at + index] = source[index]!;
}

/** The code that goes left though it is above the cut's bin; 256 where there is none. */
export function exceptionalCode(binned: BinnedMatrix, column: number, missingLeft: boolean): number {
  return missingLeft ? binned.edges[column]!.length + 1 : 256;
}

/**
 * Moves the rows of `order[start..end)` that go left (codes up to `bin`, missing ones with `missingLeft`) before those that go right, keeping their order.
 * Returns where the right side begins. Every row is written both ways.
 */
export function partitionRows(
  binned: BinnedMatrix,
  order: Int32Array,
  start: number,
  end: number,
  column: number,
  bin: number,
  missingLeft: boolean,
  scratch: Int32Array,
): number {
  const from = column * binned.rows;
  const exceptional = exceptionalCode(binned, column, missingLeft);
  const { codes } = binned;
  let left = start;
  let right = 0;
  for (let index = start; index < end; index++) {
    const row = order[index]!;
    const code = codes[from + row]!;
    const goesRight = isRight(code, bin, exceptional);
    order[left] = row;
    scratch[right] = row;
    left += 1 - goesRight;
    right += goesRight;
  }
  copyTo(order, left, scratch, right);
  return left;
}
