import type { TermRows } from './term-rows.js';

/**
 * Rows of terms as a linear model reads them. A block's terms in a row each have the value 1 / √(how many there are), so
 * that a row's part in a block has length 1 or, where terms repeat, a little more: long texts weigh no more than short.
 */
export interface TermDesign {
  readonly terms: TermRows;
  /** Rows × (blocks + 1): where each block's ids start, and where the last one's end. */
  readonly bounds: Uint32Array;
  /** Rows × blocks: the value of each term. */
  readonly values: Float64Array;
  /** The squared length of each row, with the constant 1 that carries the intercept. */
  readonly squares: Float64Array;
}

function writeBounds(
  { blocks, blockSize, offsets, ids }: TermRows,
  bounds: Uint32Array,
  values: Float64Array,
) {
  const count = blocks.length;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const end = offsets[row + 1]!;
    let at = offsets[row]!;
    for (let block = 0; block < count; block++) {
      const start = at;
      bounds[row * (count + 1) + block] = start;
      const limit = (block + 1) * blockSize;
      while (at < end && ids[at]! < limit) at++;
      values[row * count + block] = at > start ? 1 / Math.sqrt(at - start) : 0;
    }
    bounds[row * (count + 1) + count] = end;
  }
}

/** Counts repeated ids in a table as large as the model, cleared again row by row. */
function writeSquares({ terms: { blocks, blockSize, ids }, bounds, values, squares }: TermDesign): void {
  const counts = new Uint32Array(blocks.length * blockSize);
  const width = blocks.length + 1;
  for (let row = 0; row < squares.length; row++) {
    let square = 1;
    for (let block = 0; block < blocks.length; block++) {
      const from = bounds[row * width + block]!;
      const to = bounds[row * width + block + 1]!;
      let sum = 0;
      // The n-th of equal ids adds n² - (n - 1)².
      for (let at = from; at < to; at++) sum += 2 * counts[ids[at]!]!++ + 1;
      for (let at = from; at < to; at++) counts[ids[at]!] = 0;
      square += sum * values[row * blocks.length + block]! ** 2;
    }
    squares[row] = square;
  }
}

/** Two passes over the ids; fits on different rows share one design. */
export function termDesign(terms: TermRows): TermDesign {
  const rows = terms.offsets.length - 1;
  const count = terms.blocks.length;
  const bounds = new Uint32Array(rows * (count + 1));
  const values = new Float64Array(rows * count);
  writeBounds(terms, bounds, values);
  const design = { terms, bounds, values, squares: new Float64Array(rows) };
  writeSquares(design);
  return design;
}

/** The sum of a row's weights times its values. */
export function dotRow(
  { terms: { blocks, ids }, bounds, values }: TermDesign,
  row: number,
  weights: Float32Array,
) {
  const count = blocks.length;
  let sum = 0;
  for (let block = 0; block < count; block++) {
    const to = bounds[row * (count + 1) + block + 1]!;
    let part = 0;
    for (let at = bounds[row * (count + 1) + block]!; at < to; at++) part += weights[ids[at]!]!;
    sum += part * values[row * count + block]!;
  }
  return sum;
}

/** Adds `amount` times a row to the weights. */
export function addRow(
  { terms: { blocks, ids }, bounds, values }: TermDesign,
  row: number,
  amount: number,
  weights: Float32Array,
): void {
  const count = blocks.length;
  for (let block = 0; block < count; block++) {
    const to = bounds[row * (count + 1) + block + 1]!;
    const added = amount * values[row * count + block]!;
    for (let at = bounds[row * (count + 1) + block]!; at < to; at++) weights[ids[at]!]! += added;
  }
}
