import { BestSplit } from '../tree/best-split.js';
import type { Histogram, SplitScanner } from '../tree/target.js';
import { gradientOf, hessianOf, type Quanta } from './packed-sums.js';

export interface GradientLimits {
  /** Sum of second derivatives that each side must keep. */
  readonly minChildWeight: number;
  /** Added to a node's sum of second derivatives: pulls its value towards 0. */
  readonly l2Regularization: number;
}

/** What the arithmetic of a score may be off by, relative to it. */
const ROUNDING = 1e-10;

/**
 * Judges splits by what a Newton step gains: Σ G² / (H + λ) over the two sides (Friedman, Hastie & Tibshirani 2000;
 * Chen & Guestrin 2016), where a bin holds the packed sum of negative gradients G and second derivatives H.
 */
export class GradientScanner implements SplitScanner {
  readonly best = new BestSplit(1);
  private total = 0;
  private gradient = 0;
  private hessian = 0;
  private nodeScore = 0;
  /** The limits in quanta, and what turns a gain in quanta into one in derivatives. */
  private leastHessian = 1;
  private regularization = 0;
  private gainOfOne = 0;

  constructor(private readonly limits: GradientLimits) {}

  /** Sets the unit of the sums to come. */
  measureIn({ gradient, hessian }: Quanta): void {
    const { minChildWeight, l2Regularization } = this.limits;
    this.leastHessian = Math.max(1, minChildWeight * hessian);
    this.regularization = l2Regularization * hessian;
    this.gainOfOne = gradient > 0 ? hessian / gradient ** 2 : 0;
  }

  begin(sums: Float64Array, at: number): void {
    this.total = sums[at]!;
    this.gradient = gradientOf(this.total);
    this.hessian = hessianOf(this.total, this.gradient);
    this.nodeScore = this.gradient ** 2 / Math.max(this.hessian + this.regularization, 1);
    this.best.clear();
    this.best.score = this.nodeScore * (1 + ROUNDING) + Number.MIN_VALUE;
  }

  mayBeSplit(packed: number): boolean {
    return hessianOf(packed, gradientOf(packed)) >= 2 * this.leastHessian;
  }

  scan(histogram: Histogram, base: number, bins: number, column: number): void {
    const missing = histogram[base + bins]!;
    if (missing === 0) {
      this.scanFrom(histogram, base, bins - 1, column, 0);
      return;
    }
    // Every value on the left and the missing rows alone on the right is a split too.
    if (this.scanFrom(histogram, base, bins, column, 0)) this.best.missingLeft = false;
    if (this.scanFrom(histogram, base, bins - 1, column, missing)) this.best.missingLeft = true;
  }

  scanOccupied(histogram: Histogram, base: number, bins: number, column: number): void {
    this.scan(histogram, base, bins, column);
  }

  /** Tries a cut after each of the first `cuts` bins, `left` lying on the left already. */
  private scanFrom(histogram: Histogram, base: number, cuts: number, column: number, left: number): boolean {
    const { best, leastHessian, regularization, gradient, hessian } = this;
    let score = best.score;
    let found = -1;
    let foundLeft = 0;
    let sum = left;
    for (let bin = 0; bin < cuts; bin++) {
      sum += histogram[base + bin]!;
      const leftGradient = gradientOf(sum);
      const leftHessian = hessianOf(sum, leftGradient);
      const rightHessian = hessian - leftHessian;
      if (leftHessian < leastHessian || rightHessian < leastHessian) continue;
      const rightGradient = gradient - leftGradient;
      const onLeft = leftHessian + regularization;
      const onRight = rightHessian + regularization;
      // One division where two fractions are summed: this runs for every bin of every node.
      const each =
        (leftGradient * leftGradient * onRight + rightGradient * rightGradient * onLeft) / (onLeft * onRight);
      if (each > score) {
        score = each;
        found = bin;
        foundLeft = sum;
      }
    }
    if (found < 0) return false;
    best.score = score;
    best.gain = (score - this.nodeScore) * this.gainOfOne;
    best.column = column;
    best.bin = found;
    best.left[0] = foundLeft;
    // Without missing rows here, a missing value follows the heavier side.
    best.missingLeft = hessianOf(foundLeft, gradientOf(foundLeft)) * 2 > hessian;
    return true;
  }
}
