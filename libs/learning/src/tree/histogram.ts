import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { Bundle, Quad } from '../binning/bundles.js';
import type { Histogram, TreeTarget } from './target.js';

/** Cells a code of one byte can tell apart. */
const CELLS = 256;

/** Counting a bundle's columns one by one pays for a node of fewer rows than this share of its cells, a column saved. */
const CELLS_A_ROW = 2;

/** Clears the numbers from `start` to `end`. A plain loop: most are few, and `fill` has a price of its own. */
export function clear(histogram: Histogram, start: number, end: number): void {
  for (let index = start; index < end; index++) histogram[index] = 0;
}

/**
 * Adds a bundle's cells, which begin at `at`, to its columns' bins. Column by column the last digit of the code is
 * summed out, so that each pass is shorter than the one before by the column's size. The cells are used up.
 */
function unbundle(into: Histogram, at: number, bundle: Bundle, offsets: Int32Array, width: number): void {
  let groups = bundle.cells;
  for (let place = 0; place < bundle.columns.length; place++) {
    const size = bundle.sizes[place]!;
    const to = offsets[bundle.columns[place]!]! * width;
    groups /= size;
    for (let group = 0; group < groups; group++) {
      const from = at + group * size * width;
      for (let index = 0; index < width; index++) {
        let sum = 0;
        for (let digit = 0; digit < size; digit++) {
          const value = into[from + digit * width + index]!;
          into[to + digit * width + index]! += value;
          sum += value;
        }
        into[at + group * width + index] = sum;
      }
    }
  }
}

/** As {@link unbundle}, for two numbers a bin: two classes, or boosting. */
function unbundlePairs(into: Histogram, at: number, bundle: Bundle, offsets: Int32Array): void {
  let groups = bundle.cells;
  for (let place = 0; place < bundle.columns.length; place++) {
    const size = bundle.sizes[place]!;
    const to = offsets[bundle.columns[place]!]! * 2;
    groups /= size;
    let from = at;
    for (let group = 0; group < groups; group++) {
      let first = 0;
      let second = 0;
      for (let digit = 0; digit < size; digit++, from += 2) {
        const one = into[from]!;
        const other = into[from + 1]!;
        into[to + digit * 2]! += one;
        into[to + digit * 2 + 1]! += other;
        first += one;
        second += other;
      }
      into[at + group * 2] = first;
      into[at + group * 2 + 1] = second;
    }
  }
}

/** Counts every column of a node's rows, bundled columns at the price of one. */
export class HistogramCounter {
  /** Numbers of a histogram, and with the cells of the bundles behind them. */
  readonly length: number;
  readonly fullLength: number;
  /** Where the bins of each quad's lanes begin. */
  private readonly bases: readonly Int32Array[];

  constructor(
    private readonly binned: BinnedMatrix,
    private readonly target: TreeTarget,
  ) {
    const { offsets, columns, bundled } = binned;
    let end = offsets[columns]!;
    this.length = end * target.width;
    this.bases = bundled.quads.map(({ bundles }) =>
      Int32Array.from(bundles, (bundle) => {
        if (bundle.columns.length === 1) return offsets[bundle.columns[0]!]!;
        end += CELLS;
        return end - CELLS;
      }),
    );
    this.fullLength = end * target.width;
  }

  /** Counts the rows of `order[start..end)`. */
  count(into: Histogram, order: Int32Array, start: number, end: number): void {
    into.fill(0, 0, this.length);
    const { quads } = this.binned.bundled;
    for (let index = 0; index < quads.length; index++) {
      const quad = quads[index]!;
      const bases = this.bases[index]!;
      if (quad.bundles[0]!.columns.length === 1) this.countLanes(into, quad, bases, order, start, end);
      else if ((end - start) * 4 < CELLS * CELLS_A_ROW) this.countColumns(into, quad, order, start, end);
      else this.countBundles(into, quad, bases, order, start, end);
    }
  }

  private countLanes(
    into: Histogram,
    quad: Quad,
    bases: Int32Array,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { target } = this;
    const { words } = this.binned.bundled;
    if (bases.length === 4) {
      target.countQuad(into, bases, words, quad.from, order, start, end);
      return;
    }
    for (let lane = 0; lane < bases.length; lane++) {
      target.countLane(into, bases[lane]!, words, quad.from, lane * 8, order, start, end);
    }
  }

  private countBundles(
    into: Histogram,
    quad: Quad,
    bases: Int32Array,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { offsets } = this.binned;
    const { width } = this.target;
    for (let lane = 0; lane < bases.length; lane++) {
      const at = bases[lane]! * width;
      clear(into, at, at + quad.bundles[lane]!.cells * width);
    }
    this.countLanes(into, quad, bases, order, start, end);
    for (let lane = 0; lane < bases.length; lane++) {
      const at = bases[lane]! * width;
      if (width === 2) unbundlePairs(into, at, quad.bundles[lane]!, offsets);
      else unbundle(into, at, quad.bundles[lane]!, offsets, width);
    }
  }

  /** Few rows: to go over every cell would cost more than to count each column. */
  private countColumns(into: Histogram, quad: Quad, order: Int32Array, start: number, end: number): void {
    const { codes, rows, offsets } = this.binned;
    for (const { columns } of quad.bundles) {
      for (const column of columns) {
        this.target.count(into, offsets[column]!, codes, column * rows, order, start, end);
      }
    }
  }

  /** Turns a parent's histogram into that of the child that was not counted: the parent minus its sibling. */
  subtract(parent: Histogram, sibling: Histogram): void {
    for (let index = 0; index < this.length; index++) parent[index]! -= sibling[index]!;
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
