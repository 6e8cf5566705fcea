import { MAX_BINS } from '../binning/bin-edges.js';
import type { Histogram } from './histogram.js';
import type { Agreement, ClassSums } from './impurity.js';

/** The best way found to cut a node in two. */
export interface Split {
  readonly column: number;
  /** Bins up to this one go left; the edge of the same index is the threshold. */
  readonly bin: number;
  readonly missingLeft: boolean;
  /** Fall of the impurity times the weight, by class-weighted rows. */
  readonly gain: number;
  /** Row weight of each class on the left. */
  readonly leftSums: ClassSums;
}

export interface SplitLimits {
  readonly agreement: Agreement;
  readonly classWeights: Float64Array;
  /** Row weight that each side must keep. */
  readonly minSamplesLeaf: number;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return sum;
}

/**
 * Finds the best split of one node, column by column. Scans a column's bins once, from the left, with the missing
 * rows tried on both sides; empty bins cost nothing. A threshold stands in the middle of the gap it falls in.
 * Ties go to the column and the threshold seen first.
 */
export class SplitFinder {
  private readonly occupied = new Uint8Array(MAX_BINS);
  private readonly left: Float64Array;
  private readonly leftWithMissing: Float64Array;
  private readonly bestLeft: Float64Array;
  private readonly totals: Float64Array;
  private totalWeight = 0;
  private parentAgreement = 0;
  private bestScore = Number.NEGATIVE_INFINITY;
  private bestColumn = -1;
  private bestBin = 0;
  private bestMissingLeft = false;

  constructor(
    private readonly classes: number,
    private readonly limits: SplitLimits,
  ) {
    this.left = new Float64Array(classes);
    this.leftWithMissing = new Float64Array(classes);
    this.bestLeft = new Float64Array(classes);
    this.totals = new Float64Array(classes);
  }

  /** Starts on a node whose classes weigh `totals`. */
  begin(totals: ClassSums): void {
    for (let index = 0; index < totals.length; index++) this.totals[index] = totals[index]!;
    this.totalWeight = sumOf(this.totals);
    this.parentAgreement = this.limits.agreement.ofNode(this.totals, this.limits.classWeights);
    this.bestScore = Number.NEGATIVE_INFINITY;
    this.bestColumn = -1;
  }

  get found(): boolean {
    return this.bestColumn >= 0;
  }

  /** The best split of the columns scanned, or undefined where no column can be split. */
  best(): Split | undefined {
    if (!this.found) return undefined;
    return {
      column: this.bestColumn,
      bin: this.bestBin,
      missingLeft: this.bestMissingLeft,
      gain: this.bestScore - this.parentAgreement,
      leftSums: Array.from(this.bestLeft),
    };
  }

  /** Scans one column, whose `bins` bins (then the missing bin) begin at bin `base` of the histogram. */
  scan(histogram: Histogram, base: number, bins: number, column: number): void {
    const { classes, occupied } = this;
    let count = 0;
    for (let bin = 0; bin < bins; bin++) {
      const at = (base + bin) * classes;
      let isOccupied = false;
      for (let index = 0; index < classes; index++) if (histogram[at + index]! > 0) isOccupied = true;
      if (isOccupied) occupied[count++] = bin;
    }
    this.scanOccupied(histogram, base, bins, column, occupied, count);
  }

  /** As {@link scan}, where the first `count` of `occupied` are known to be the bins with weight, in order. */
  scanOccupied(
    histogram: Histogram,
    base: number,
    bins: number,
    column: number,
    occupied: Uint8Array,
    count: number,
  ): void {
    const { classes, left } = this;
    for (let index = 0; index < classes; index++) left[index] = 0;
    const missingWeight = this.weightOfBin(histogram, base + bins);
    for (let each = 0; each < count; each++) {
      const bin = occupied[each]!;
      if (each > 0) {
        this.tryBoth(histogram, base + bins, missingWeight, column, (occupied[each - 1]! + bin) >> 1);
      }
      const at = (base + bin) * classes;
      for (let index = 0; index < classes; index++) left[index]! += histogram[at + index]!;
    }
    // Every value on the left, the missing rows alone on the right.
    if (missingWeight > 0 && count > 0) this.consider(left, column, bins - 1, false);
  }

  private weightOfBin(histogram: Histogram, bin: number): number {
    let weight = 0;
    for (let index = 0; index < this.classes; index++) weight += histogram[bin * this.classes + index]!;
    return weight;
  }

  private tryBoth(
    histogram: Histogram,
    missingBin: number,
    missing: number,
    column: number,
    bin: number,
  ): void {
    const { left, leftWithMissing, classes } = this;
    if (missing <= 0) {
      // Nothing missing here: at prediction a missing value follows the heavier side.
      this.consider(left, column, bin, sumOf(left) * 2 > this.totalWeight);
      return;
    }
    for (let index = 0; index < classes; index++) {
      leftWithMissing[index] = left[index]! + histogram[missingBin * classes + index]!;
    }
    this.consider(left, column, bin, false);
    this.consider(leftWithMissing, column, bin, true);
  }

  private consider(left: Float64Array, column: number, bin: number, missingLeft: boolean): void {
    const { totals, limits } = this;
    const leftWeight = sumOf(left);
    if (leftWeight < limits.minSamplesLeaf || this.totalWeight - leftWeight < limits.minSamplesLeaf) return;
    const score = limits.agreement.ofSplit(left, totals, limits.classWeights);
    if (!(score > this.bestScore)) return;
    this.bestScore = score;
    this.bestColumn = column;
    this.bestBin = bin;
    this.bestMissingLeft = missingLeft;
    for (let index = 0; index < left.length; index++) this.bestLeft[index] = left[index]!;
  }
}
