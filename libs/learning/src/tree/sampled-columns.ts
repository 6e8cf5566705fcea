import type { BinnedMatrix } from '../binning/binned-matrix.js';
import type { Random } from '../random/random.js';
import { clear } from './histogram-counter.js';
import type { Histogram, TreeTarget } from './target.js';

/** Nodes of fewer rows than this share of a column's bins are counted without touching the empty bins. */
const SPARSE_SHARE = 0.25;

/** Looks for a node's split among columns drawn at random, as a forest does. */
export class SampledColumns {
  private readonly columnOrder: Int32Array;
  /** All zero between uses. */
  private readonly counts: Histogram;
  private readonly occupied = new Uint8Array(256);

  constructor(
    private readonly binned: BinnedMatrix,
    private readonly target: TreeTarget,
    /** Columns looked at in each node. */
    private readonly maxFeatures: number,
  ) {
    this.columnOrder = Int32Array.from({ length: binned.columns }, (_, column) => column);
    this.counts = new Float64Array(256 * target.width);
  }

  /** Starts a tree: what it draws depends on its own random numbers only. */
  reset(): void {
    for (let column = 0; column < this.columnOrder.length; column++) this.columnOrder[column] = column;
  }

  /**
   * Draws columns until enough are seen and one of them can be split, as scikit-learn does.
   * With the node's `histogram` nothing is counted.
   */
  scan(
    random: Random,
    histogram: Histogram | undefined,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { columns, edges, offsets } = this.binned;
    const { scanner } = this.target;
    for (let drawn = 0; drawn < columns && (drawn < this.maxFeatures || !scanner.best.found); drawn++) {
      const other = drawn + random.below(columns - drawn);
      const column = this.columnOrder[other]!;
      this.columnOrder[other] = this.columnOrder[drawn]!;
      this.columnOrder[drawn] = column;
      const bins = edges[column]!.length + 1;
      if (histogram) scanner.scan(histogram, offsets[column]!, bins, column);
      else if (end - start < bins * SPARSE_SHARE) this.scanSparse(column, bins, order, start, end);
      else this.scanDense(column, bins, order, start, end);
    }
  }

  private scanDense(column: number, bins: number, order: Int32Array, start: number, end: number): void {
    const { counts, target, binned } = this;
    target.count(counts, 0, binned.codes, column * binned.rows, order, start, end);
    target.scanner.scan(counts, 0, bins, column);
    clear(counts, 0, (bins + 1) * target.width);
  }

  private scanSparse(column: number, bins: number, order: Int32Array, start: number, end: number): void {
    const { counts, target, occupied } = this;
    const { width } = target;
    const all = this.countSparsely(column, order, start, end);
    // The code of missing values is the highest; it is no bin to split after.
    const count = all > 0 && occupied[all - 1] === bins ? all - 1 : all;
    target.scanner.scanOccupied(counts, 0, bins, column, occupied, count);
    for (let each = 0; each < all; each++) {
      for (let index = 0; index < width; index++) counts[occupied[each]! * width + index] = 0;
    }
  }

  /** Counts a few rows and lists the codes that occur, in order, in `occupied`. Returns their number. */
  private countSparsely(column: number, order: Int32Array, start: number, end: number): number {
    const { counts, target, binned, occupied } = this;
    const from = column * binned.rows;
    let count = 0;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      const code = binned.codes[from + row]!;
      target.countRow(counts, code * target.width, row);
      let place = count;
      while (place > 0 && occupied[place - 1]! > code) place--;
      if (place > 0 && occupied[place - 1] === code) continue;
      for (let moved = count; moved > place; moved--) occupied[moved] = occupied[moved - 1]!;
      occupied[place] = code;
      count++;
    }
    return count;
  }
}
