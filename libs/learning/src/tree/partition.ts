import type { BinnedMatrix } from '../binning/binned-matrix.js';

/**
 * 1 for a code above `bin` that is not the exceptional one, else 0. In arithmetic, by sign bits: a comparison would be
 * compiled to a branch, and guessed wrong for every third row.
 */
function isRight(code: number, bin: number, exceptional: number): number {
  return ((bin - code) >>> 31) & ~(((code ^ exceptional) - 1) >>> 31);
}

/** The code that goes left though it is above the cut's bin; 256 where there is none. */
function exceptionalCode(binned: BinnedMatrix, column: number, missingLeft: boolean): number {
  return missingLeft ? binned.edges[column]!.length + 1 : 256;
}

/**
 * Moves the rows `from[start..end)` to the same range of `to`: those that go left (codes up to `bin`, missing ones with
 * `missingLeft`) to its beginning, the others, backwards, to its end. Returns where the right side begins.
 * Every row is written both ways, so that nothing branches.
 */
export function partitionRows(
  binned: BinnedMatrix,
  from: Int32Array,
  to: Int32Array,
  start: number,
  end: number,
  column: number,
  bin: number,
  missingLeft: boolean,
): number {
  const first = column * binned.rows;
  const exceptional = exceptionalCode(binned, column, missingLeft);
  const { codes } = binned;
  let left = start;
  let right = end - 1;
  for (let index = start; index < end; index++) {
    const row = from[index]!;
    const goesRight = isRight(codes[first + row]!, bin, exceptional);
    to[left] = row;
    to[right] = row;
    left += 1 - goesRight;
    right -= goesRight;
  }
  return left;
}
