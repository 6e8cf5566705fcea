import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { Histogram, TreeTarget } from './target.js';
import { unbundle, unbundlePairs, unbundleSingles } from './unbundle.js';

/** Cells a code of one byte can tell apart. */
const CELLS = 256;

/** Nodes of fewer rows count a bundle's columns one by one: to go over all its cells would cost more. */
const ROWS_WORTH_BUNDLING = 32;

/** Rows counted in every column before the next ones: what they have in the columns lies together. */
const BLOCK_ROWS = 512;

/** Parts a thread gets on average: more share out better, but each goes over all rows. */
const PARTS_A_THREAD = 2;

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
  private readonly quadsAPart: number;

  constructor(
    private readonly binned: BinnedMatrix,
    private readonly target: TreeTarget,
    /** Threads that share the work. */
    readonly threads = 1,
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
    this.quadsAPart = Math.ceil(this.bases.length / (threads * PARTS_A_THREAD));
  }

  /** Parts that can be counted apart: no column is in two. */
  get parts(): number {
    return Math.ceil(this.bases.length / this.quadsAPart);
  }

  /** Words looked up for each row. */
  get words(): number {
    return this.bases.length;
  }

  /** Counts the rows of `order[start..end)`. */
  count(into: Histogram, order: Int32Array, start: number, end: number): void {
    this.countQuads(0, this.bases.length, into, order, start, end);
  }

  /** Counts one part's columns. */
  countPart(part: number, into: Histogram, order: Int32Array, start: number, end: number): void {
    const first = part * this.quadsAPart;
    this.countQuads(first, Math.min(first + this.quadsAPart, this.bases.length), into, order, start, end);
  }

  /** Counts the columns of the quads from `first` up to but without `last`. */
  private countQuads(
    first: number,
    last: number,
    into: Histogram,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const isFew = end - start < ROWS_WORTH_BUNDLING;
    for (let quad = first; quad < last; quad++) this.prepare(quad, isFew, into, order, start, end);
    for (let from = start; from < end; from += BLOCK_ROWS) {
      const to = Math.min(end, from + BLOCK_ROWS);
      for (let quad = first; quad < last; quad++) {
        if (!isFew || !this.isBundled(quad)) this.countLanes(quad, into, order, from, to);
      }
    }
    if (isFew) return;
    for (let quad = first; quad < last; quad++) if (this.isBundled(quad)) this.unbundle(quad, into);
  }

  private isBundled(quad: number): boolean {
    return this.binned.bundled.quads[quad]!.bundles[0]!.columns.length > 1;
  }

  /** Clears a quad's bins, and its bundles' cells; of few rows its bundles are counted here, column by column. */
  private prepare(
    quad: number,
    isFew: boolean,
    into: Histogram,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { codes, rows, offsets, bundled } = this.binned;
    const { target } = this;
    const { width } = target;
    const { bundles } = bundled.quads[quad]!;
    const isBundled = this.isBundled(quad);
    for (let lane = 0; lane < bundles.length; lane++) {
      const { columns, cells } = bundles[lane]!;
      for (const column of columns) {
        clear(into, offsets[column]! * width, offsets[column + 1]! * width);
        if (isBundled && isFew) target.count(into, offsets[column]!, codes, column * rows, order, start, end);
      }
      const at = this.bases[quad]![lane]! * width;
      if (isBundled && !isFew) clear(into, at, at + cells * width);
    }
  }

  private countLanes(quad: number, into: Histogram, order: Int32Array, start: number, end: number): void {
    const { target } = this;
    const { words, quads } = this.binned.bundled;
    const bases = this.bases[quad]!;
    if (bases.length === 4) {
      target.countQuad(into, bases, words, quad, quads.length, order, start, end);
      return;
    }
    for (let lane = 0; lane < bases.length; lane++) {
      target.countLane(into, bases[lane]!, words, quad, quads.length, lane * 8, order, start, end);
    }
  }

  private unbundle(quad: number, into: Histogram): void {
    const { offsets, bundled } = this.binned;
    const { width } = this.target;
    bundled.quads[quad]!.bundles.forEach((bundle, lane) => {
      const at = this.bases[quad]![lane]! * width;
      if (width === 1) unbundleSingles(into, at, bundle, offsets);
      else if (width === 2) unbundlePairs(into, at, bundle, offsets);
      else unbundle(into, at, bundle, offsets, width);
    });
  }

  /** Turns a parent's histogram into that of the child that was not counted: the parent minus its sibling. */
  subtract(parent: Histogram, sibling: Histogram): void {
    for (let index = 0; index < this.length; index++) parent[index]! -= sibling[index]!;
  }
}
