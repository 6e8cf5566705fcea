import { MAX_BINS } from '../binning/bin-edges.js';
import { BestSplit } from './best-split.js';
import type { Agreement } from './impurity.js';
import type { Histogram, SplitScanner } from './target.js';

/**
 * What rounding leaves of an empty bin once a sibling was subtracted, as a share of the node. Whole-number weights
 * leave nothing.
 */
export const NEGLIGIBLE = 1e-12;

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
 * Judges splits by impurity. Scans a column's bins once, from the left, with the missing rows tried on both sides;
 * empty bins cost nothing. A threshold stands in the middle of the gap it falls in.
 */
export class ClassScanner implements SplitScanner {
  readonly best: BestSplit;
  private readonly occupied = new Uint8Array(MAX_BINS);
  private readonly left: Float64Array;
  private readonly leftWithMissing: Float64Array;
  private readonly totals: Float64Array;
  private totalWeight = 0;
  /** Weight up to which a bin or a side is empty. */
  private negligible = 0;
  private nodeScore = 0;

  constructor(
    private readonly classes: number,
    private readonly limits: SplitLimits,
  ) {
    this.best = new BestSplit(classes);
    this.left = new Float64Array(classes);
    this.leftWithMissing = new Float64Array(classes);
    this.totals = new Float64Array(classes);
  }

  begin(sums: Float64Array, at: number): void {
    for (let index = 0; index < this.classes; index++) this.totals[index] = sums[at + index]!;
    this.totalWeight = sumOf(this.totals);
    this.negligible = NEGLIGIBLE * this.totalWeight;
    this.nodeScore = this.limits.agreement.ofNode(this.totals, this.limits.classWeights);
    this.best.clear();
  }

  scan(histogram: Histogram, base: number, bins: number, column: number): void {
    const { classes, occupied, negligible } = this;
    let count = 0;
    for (let bin = 0; bin < bins; bin++) {
      const at = (base + bin) * classes;
      let isOccupied = false;
      for (let index = 0; index < classes; index++)
        if (histogram[at + index]! > negligible) isOccupied = true;
      if (isOccupied) occupied[count++] = bin;
    }
    this.scanOccupied(histogram, base, bins, column, occupied, count);
  }

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
    if (missingWeight > this.negligible && count > 0) this.consider(left, column, bins - 1, false);
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
    if (missing <= this.negligible) {
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
    const { totals, limits, best } = this;
    const leftWeight = sumOf(left);
    const least = Math.max(limits.minSamplesLeaf, this.negligible);
    if (leftWeight < least || this.totalWeight - leftWeight < least) return;
    const score = limits.agreement.ofSplit(left, totals, limits.classWeights);
    if (!(score > best.score)) return;
    best.score = score;
    best.gain = score - this.nodeScore;
    best.column = column;
    best.bin = bin;
    best.missingLeft = missingLeft;
    for (let index = 0; index < left.length; index++) best.left[index] = left[index]!;
  }
}
