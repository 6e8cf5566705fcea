import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { Quad } from '../binning/bundles.js';
import type { Histogram, TreeTarget } from './target.js';
import { unbundle, unbundlePairs } from './unbundle.js';

/** Cells a code of one byte can tell apart. */
const CELLS = 256;

/** Counting a bundle's columns one by one pays for a node of fewer rows than this share of its cells, a column saved. */
const CELLS_A_ROW = 2;

/** Clears the numbers from `start` to `end`. A plain loop: most are few, and `fill` has a price of its own. */
export function clear(histogram: Histogram, start: number, end: number): void {
  for (let index = start; index < end; index++) histogram[index] = 0;
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

  /** Parts that can be counted apart: no column is in two. */
  get parts(): number {
    return this.bases.length;
  }

  /** Counts the rows of `order[start..end)`. */
  count(into: Histogram, order: Int32Array, start: number, end: number): void {
    for (let part = 0; part < this.parts; part++) this.countPart(part, into, order, start, end);
  }

  /** Counts one part's columns. */
  countPart(part: number, into: Histogram, order: Int32Array, start: number, end: number): void {
    const quad = this.binned.bundled.quads[part]!;
    const bases = this.bases[part]!;
    this.clearColumns(into, quad);
    if (quad.bundles[0]!.columns.length === 1) this.countLanes(into, quad, bases, order, start, end);
    else if ((end - start) * 4 < CELLS * CELLS_A_ROW) this.countColumns(into, quad, order, start, end);
    else this.countBundles(into, quad, bases, order, start, end);
  }

  private clearColumns(into: Histogram, quad: Quad): void {
    const { offsets } = this.binned;
    const { width } = this.target;
    for (const { columns } of quad.bundles) {
      for (const column of columns) clear(into, offsets[column]! * width, offsets[column + 1]! * width);
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
