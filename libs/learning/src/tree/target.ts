import type { BestSplit } from './best-split.js';

/** Sums over rows, bin by bin: all columns one after another, `width` numbers a bin. */
export type Histogram = Float64Array;

/** Finds the best split of one node, column by column. Ties go to the column and the threshold seen first. */
export interface SplitScanner {
  readonly best: BestSplit;
  /** Starts on a node whose rows sum to the `width` numbers of `sums` from `at`. */
  begin(sums: Float64Array, at: number): void;
  /** Scans one column, whose `bins` bins (then the missing bin) begin at bin `base` of the histogram. */
  scan(histogram: Histogram, base: number, bins: number, column: number): void;
  /** As `scan`, where the first `count` of `occupied` are known to be the bins with rows, in order. */
  scanOccupied(
    histogram: Histogram,
    base: number,
    bins: number,
    column: number,
    occupied: Uint8Array,
    count: number,
  ): void;
}

/**
 * What a tree is grown to fit: what is summed over rows, how a split is judged by those sums, and what a node says.
 * Classification sums the weight of each class; boosting sums gradients and second derivatives.
 */
export interface TreeTarget {
  /** Numbers summed for each bin. */
  readonly width: number;
  /** Numbers a node of the grown tree holds. */
  readonly outputs: number;
  readonly scanner: SplitScanner;
  /** Adds the rows of `order[start..end)` to the bins of their codes (row r's is `codes[from + r]`), which begin at bin `base`. */
  count(
    into: Histogram,
    base: number,
    codes: Uint8Array,
    from: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void;
  /**
   * As `count`, four times at once: row r's codes are the bytes of `words[r * stride + place]`, lowest first, and their bins begin
   * at bin `bases[0]` to `bases[3]`.
   */
  countQuad(
    into: Histogram,
    bases: Int32Array,
    words: Int32Array,
    place: number,
    stride: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void;
  /** As `countQuad`, for the one byte that begins at bit `shift`. */
  countLane(
    into: Histogram,
    base: number,
    words: Int32Array,
    place: number,
    stride: number,
    shift: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void;
  /** Adds one row to the bin at `at`. */
  countRow(into: Float64Array, at: number, row: number): void;
  /** Whether a node of these sums could be split at all. */
  mayBeSplit(sums: Float64Array, at: number): boolean;
  /** Training weight of a node. */
  coverOf(sums: Float64Array, at: number): number;
  /** Writes what a node of these sums says to `out[to…]`. */
  writeValue(sums: Float64Array, at: number, out: Float32Array, to: number): void;
}
