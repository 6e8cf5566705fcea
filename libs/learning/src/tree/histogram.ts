import type { BinnedMatrix } from '../binning/binned-matrix.js';

/** What a tree counts over: bins, labels and the weight of each row. */
export interface CountedRows {
  readonly binned: BinnedMatrix;
  readonly labels: Int32Array;
  readonly weights: Float64Array;
  readonly classes: number;
}

/**
 * Weight of each (bin, class), all columns one after another: `(offsets[column] + bin) * classes + label`.
 * Sums are of plain row weights, not of class weights, so that whole-number weights are counted exactly and
 * a histogram got by subtraction is the one that counting would give.
 */
export type Histogram = Float64Array;

/** Adds the rows of `order[start..end)` to one column's part of a histogram, which begins at `base` bins. */
export function countColumn(
  into: Histogram,
  base: number,
  source: CountedRows,
  column: number,
  order: Int32Array,
  start: number,
  end: number,
): void {
  const { binned, labels, weights, classes } = source;
  const { codes } = binned;
  const from = column * binned.rows;
  for (let index = start; index < end; index++) {
    const row = order[index]!;
    into[(base + codes[from + row]!) * classes + labels[row]!]! += weights[row]!;
  }
}

/** Clears the first `bins` bins. A plain loop: most nodes are small, and `fill` has a price of its own. */
export function clearBins(histogram: Histogram, bins: number, classes: number): void {
  const end = bins * classes;
  for (let index = 0; index < end; index++) histogram[index] = 0;
}

/**
 * Counts one column of a few rows into a cleared histogram, and lists the codes that occur, in order, in `occupied`.
 * Returns their number. Rows must have weight.
 */
export function countSparsely(
  into: Histogram,
  occupied: Uint8Array,
  source: CountedRows,
  column: number,
  order: Int32Array,
  start: number,
  end: number,
): number {
  const { binned, labels, weights, classes } = source;
  const from = column * binned.rows;
  let count = 0;
  for (let index = start; index < end; index++) {
    const row = order[index]!;
    const code = binned.codes[from + row]!;
    into[code * classes + labels[row]!]! += weights[row]!;
    let place = count;
    while (place > 0 && occupied[place - 1]! > code) place--;
    if (place > 0 && occupied[place - 1] === code) continue;
    for (let moved = count; moved > place; moved--) occupied[moved] = occupied[moved - 1]!;
    occupied[place] = code;
    count++;
  }
  return count;
}

/** Counts every column of the rows of `order[start..end)` into a cleared histogram. */
export function countAll(
  into: Histogram,
  source: CountedRows,
  order: Int32Array,
  start: number,
  end: number,
): void {
  into.fill(0);
  const { columns, offsets } = source.binned;
  for (let column = 0; column < columns; column++) {
    countColumn(into, offsets[column]!, source, column, order, start, end);
  }
}

/** Turns a parent's histogram into that of the child that was not counted: the parent minus its sibling. */
export function subtract(parent: Histogram, sibling: Histogram): void {
  for (let index = 0; index < parent.length; index++) parent[index]! -= sibling[index]!;
}

/** Histograms are large and short-lived: a freed one serves the next node. */
export class HistogramPool {
  private readonly free: Histogram[] = [];

  constructor(private readonly length: number) {}

  take(): Histogram {
    return this.free.pop() ?? new Float64Array(this.length);
  }

  release(histogram: Histogram): void {
    this.free.push(histogram);
  }
}
