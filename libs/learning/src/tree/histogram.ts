import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { Bundle } from '../binning/bundles.js';
import type { Histogram, TreeTarget } from './target.js';

/** Clears the first `length` numbers. A plain loop: most nodes are small, and `fill` has a price of its own. */
export function clear(histogram: Histogram, length: number): void {
  for (let index = 0; index < length; index++) histogram[index] = 0;
}

/** Turns a parent's histogram into that of the child that was not counted: the parent minus its sibling. */
export function subtract(parent: Histogram, sibling: Histogram): void {
  for (let index = 0; index < parent.length; index++) parent[index]! -= sibling[index]!;
}

/**
 * Adds a bundle's cells to its columns' bins. Column by column the last digit of the code is summed out, so that
 * each pass is shorter than the one before by the column's size. `cells` is used up.
 */
function unbundle(cells: Histogram, bundle: Bundle, into: Histogram, offsets: Int32Array, width: number) {
  let left = bundle.cells;
  for (let place = 0; place < bundle.columns.length; place++) {
    const size = bundle.sizes[place]!;
    const to = offsets[bundle.columns[place]!]! * width;
    left /= size;
    for (let group = 0; group < left; group++) {
      const kept = group * width;
      const from = group * size * width;
      for (let index = 0; index < width; index++) {
        let sum = 0;
        for (let digit = 0; digit < size; digit++) {
          const value = cells[from + digit * width + index]!;
          into[to + digit * width + index]! += value;
          sum += value;
        }
        cells[kept + index] = sum;
      }
    }
  }
}

/** Counts every column of a node's rows, bundled columns at the price of one. */
export class HistogramCounter {
  readonly length: number;
  private readonly cells: Histogram;

  constructor(
    private readonly binned: BinnedMatrix,
    private readonly target: TreeTarget,
  ) {
    this.length = binned.offsets[binned.columns]! * target.width;
    this.cells = new Float64Array(256 * target.width);
  }

  /** Counts the rows of `order[start..end)`. */
  count(into: Histogram, order: Int32Array, start: number, end: number): void {
    into.fill(0);
    const { codes, rows, offsets, bundles } = this.binned;
    for (const bundle of bundles) {
      const { columns } = bundle;
      if (columns.length > 1 && (end - start) * (columns.length - 1) > 2 * bundle.cells) {
        this.countBundle(into, bundle, order, start, end);
        continue;
      }
      for (const column of columns) {
        this.target.count(into, offsets[column]!, codes, column * rows, order, start, end);
      }
    }
  }

  private countBundle(into: Histogram, bundle: Bundle, order: Int32Array, start: number, end: number): void {
    const { cells, target, binned } = this;
    clear(cells, bundle.cells * target.width);
    target.count(cells, 0, bundle.codes, bundle.from, order, start, end);
    unbundle(cells, bundle, into, binned.offsets, target.width);
  }
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
