import { MAX_BINS } from '../binning/bin-edges.js';
import type { Random } from '../random/random.js';
import { type CountedRows, clearBins, countColumn, countSparsely, type Histogram } from './histogram.js';
import type { SplitFinder } from './split-finder.js';

export interface ColumnSampling {
  /** Columns looked at in each node. */
  readonly maxFeatures: number;
  readonly random: Random;
}

/** Nodes of fewer rows than this share of a column's bins are counted without touching the empty bins. */
const SPARSE_SHARE = 0.25;

/** Looks for a node's split among columns drawn at random, as a forest does. */
export class SampledColumns {
  private readonly columnOrder: Int32Array;
  /** All zero between uses. */
  private readonly histogram: Histogram;
  private readonly occupied = new Uint8Array(MAX_BINS + 1);

  constructor(
    private readonly source: CountedRows,
    private readonly sampling: ColumnSampling,
  ) {
    this.columnOrder = Int32Array.from({ length: source.binned.columns }, (_, column) => column);
    this.histogram = new Float64Array((MAX_BINS + 1) * source.classes);
  }

  /** Draws columns until enough are seen and one of them can be split, as scikit-learn does. */
  scan(finder: SplitFinder, order: Int32Array, start: number, end: number): void {
    const { maxFeatures, random } = this.sampling;
    const { columns, edges } = this.source.binned;
    for (let drawn = 0; drawn < columns && (drawn < maxFeatures || !finder.found); drawn++) {
      const other = drawn + random.below(columns - drawn);
      const column = this.columnOrder[other]!;
      this.columnOrder[other] = this.columnOrder[drawn]!;
      this.columnOrder[drawn] = column;
      const bins = edges[column]!.length + 1;
      if (end - start < bins * SPARSE_SHARE) this.scanSparse(finder, column, bins, order, start, end);
      else this.scanDense(finder, column, bins, order, start, end);
    }
  }

  private scanDense(
    finder: SplitFinder,
    column: number,
    bins: number,
    order: Int32Array,
    start: number,
    end: number,
  ) {
    const { histogram, source } = this;
    countColumn(histogram, 0, source, column, order, start, end);
    finder.scan(histogram, 0, bins, column);
    clearBins(histogram, bins + 1, source.classes);
  }

  private scanSparse(
    finder: SplitFinder,
    column: number,
    bins: number,
    order: Int32Array,
    start: number,
    end: number,
  ) {
    const { histogram, source, occupied } = this;
    const { classes } = source;
    const all = countSparsely(histogram, occupied, source, column, order, start, end);
    // The code of missing values is the highest; it is no bin to split after.
    const count = all > 0 && occupied[all - 1] === bins ? all - 1 : all;
    finder.scanOccupied(histogram, 0, bins, column, occupied, count);
    for (let each = 0; each < all; each++) {
      for (let index = 0; index < classes; index++) histogram[occupied[each]! * classes + index] = 0;
    }
  }
}
