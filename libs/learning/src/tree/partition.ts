import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { Split } from './split-finder.js';

/**
 * Moves the rows of `order[start..end)` that go left before those that go right, keeping their order.
 * Returns where the right side begins.
 */
export function partitionRows(
  binned: BinnedMatrix,
  order: Int32Array,
  start: number,
  end: number,
  split: Split,
  scratch: Int32Array,
): number {
  const from = split.column * binned.rows;
  const missing = binned.edges[split.column]!.length + 1;
  const { codes } = binned;
  let left = start;
  let right = 0;
  for (let index = start; index < end; index++) {
    const row = order[index]!;
    const code = codes[from + row]!;
    if (code === missing ? split.missingLeft : code <= split.bin) order[left++] = row;
    else scratch[right++] = row;
  }
  for (let index = 0; index < right; index++) order[left + index] = scratch[index]!;
  return left;
}
