import { BestSplit } from '../tree/best-split.js';
import type { Histogram, SplitScanner } from '../tree/target.js';

export interface GradientLimits {
  /** Sum of second derivatives that each side must keep. */
  readonly minChildWeight: number;
  /** Added to a node's sum of second derivatives: pulls its value towards 0. */
  readonly l2Regularization: number;
}

/** What rounding leaves of a bin that is empty once a sibling was subtracted, relative to the node. */
const ROUNDING = 1e-10;

/**
 * Judges splits by what a Newton step gains: Σ G² / (H + λ) over the two sides (Friedman, Hastie & Tibshirani 2000;
 * Chen & Guestrin 2016), where a bin holds the sum G of negative gradients and H of second derivatives.
 */
export class GradientScanner implements SplitScanner {
  readonly best = new BestSplit(2);
  private gradient = 0;
  private hessian = 0;
  private nodeScore = 0;
  /** Second derivatives that a side must keep: without this, what rounding leaves of an empty one would count. */
  private leastHessian = 0;

  constructor(private readonly limits: GradientLimits) {}

  begin(sums: Float64Array, at: number): void {
    this.gradient = sums[at]!;
    this.hessian = sums[at + 1]!;
    this.nodeScore = this.gradient ** 2 / (this.hessian + this.limits.l2Regularization);
    this.leastHessian = Math.max(this.limits.minChildWeight, ROUNDING * this.hessian);
    this.best.clear();
    this.best.score = this.nodeScore * (1 + ROUNDING) + Number.MIN_VALUE;
  }

  scan(histogram: Histogram, base: number, bins: number, column: number): void {
    const missingGradient = histogram[(base + bins) * 2]!;
    const missingHessian = histogram[(base + bins) * 2 + 1]!;
    const isAnyMissing = Math.abs(missingGradient) + missingHessian > ROUNDING * this.hessian;
    if (!isAnyMissing) {
      this.scanFrom(histogram, base, bins - 1, column, 0, 0);
      return;
    }
    // Every value on the left and the missing rows alone on the right is a split too.
    this.scanFrom(histogram, base, bins, column, 0, 0);
    if (this.scanFrom(histogram, base, bins - 1, column, missingGradient, missingHessian)) {
      this.best.missingLeft = true;
    } else if (this.best.column === column) this.best.missingLeft = false;
  }

  scanOccupied(histogram: Histogram, base: number, bins: number, column: number): void {
    this.scan(histogram, base, bins, column);
  }

  /** Tries a cut after each of the first `cuts` bins, `gradient` and `hessian` lying on the left already. */
  private scanFrom(
    histogram: Histogram,
    base: number,
    cuts: number,
    column: number,
    gradient: number,
    hessian: number,
  ): boolean {
    const { best, leastHessian } = this;
    const { l2Regularization } = this.limits;
    const totalGradient = this.gradient;
    const totalHessian = this.hessian;
    let score = best.score;
    let found = -1;
    let foundGradient = 0;
    let foundHessian = 0;
    let leftGradient = gradient;
    let leftHessian = hessian;
    for (let bin = 0, at = base * 2; bin < cuts; bin++, at += 2) {
      leftGradient += histogram[at]!;
      leftHessian += histogram[at + 1]!;
      const rightHessian = totalHessian - leftHessian;
      if (leftHessian < leastHessian || rightHessian < leastHessian) continue;
      const rightGradient = totalGradient - leftGradient;
      const left = leftHessian + l2Regularization;
      const right = rightHessian + l2Regularization;
      // One division where two fractions are summed: this runs for every bin of every node.
      const each =
        (leftGradient * leftGradient * right + rightGradient * rightGradient * left) / (left * right);
      if (each > score) {
        score = each;
        found = bin;
        foundGradient = leftGradient;
        foundHessian = leftHessian;
      }
    }
    if (found < 0) return false;
    best.score = score;
    best.gain = score - this.nodeScore;
    best.column = column;
    best.bin = found;
    best.left[0] = foundGradient;
    best.left[1] = foundHessian;
    // Without missing rows here, a missing value follows the heavier side.
    best.missingLeft = foundHessian * 2 > totalHessian;
    return true;
  }
}
