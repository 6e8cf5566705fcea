import type { Histogram, TreeTarget } from '../tree/target.js';
import { type GradientLimits, GradientScanner } from './gradient-scanner.js';

/** What scikit-learn adds to a node's second derivatives, so that a step stays finite. */
const LEAST_CURVATURE = 1e-15;

export interface GradientTargetOptions extends GradientLimits {
  readonly learningRate: number;
}

/** Gradients to follow: a leaf holds the Newton step G / (H + λ), times the learning rate. */
export class GradientTarget implements TreeTarget {
  readonly width = 2;
  readonly outputs = 1;
  readonly scanner: GradientScanner;

  constructor(
    /** Negative gradient and second derivative of each row's loss, weighted, side by side. */
    readonly derivatives: Float64Array,
    private readonly options: GradientTargetOptions,
  ) {
    this.scanner = new GradientScanner(options);
  }

  count(
    into: Histogram,
    base: number,
    codes: Uint8Array,
    from: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { derivatives } = this;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      const at = (base + codes[from + row]!) * 2;
      into[at]! += derivatives[row * 2]!;
      into[at + 1]! += derivatives[row * 2 + 1]!;
    }
  }

  countQuad(
    into: Histogram,
    bases: Int32Array,
    words: Int32Array,
    place: number,
    stride: number,
    order: Int32Array,
    start: number,
    end: number,
  ): void {
    const { derivatives } = this;
    const first = bases[0]!;
    const second = bases[1]!;
    const third = bases[2]!;
    const fourth = bases[3]!;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      const word = words[row * stride + place]!;
      const gradient = derivatives[row * 2]!;
      const hessian = derivatives[row * 2 + 1]!;
      let at = (first + (word & 255)) * 2;
      into[at]! += gradient;
      into[at + 1]! += hessian;
      at = (second + ((word >>> 8) & 255)) * 2;
      into[at]! += gradient;
      into[at + 1]! += hessian;
      at = (third + ((word >>> 16) & 255)) * 2;
      into[at]! += gradient;
      into[at + 1]! += hessian;
      at = (fourth + (word >>> 24)) * 2;
      into[at]! += gradient;
      into[at + 1]! += hessian;
    }
  }

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
  ): void {
    const { derivatives } = this;
    for (let index = start; index < end; index++) {
      const row = order[index]!;
      const at = (base + ((words[row * stride + place]! >>> shift) & 255)) * 2;
      into[at]! += derivatives[row * 2]!;
      into[at + 1]! += derivatives[row * 2 + 1]!;
    }
  }

  countRow(into: Float64Array, at: number, row: number): void {
    into[at]! += this.derivatives[row * 2]!;
    into[at + 1]! += this.derivatives[row * 2 + 1]!;
  }

  mayBeSplit(sums: Float64Array, at: number): boolean {
    return sums[at + 1]! >= 2 * this.options.minChildWeight;
  }

  coverOf(sums: Float64Array, at: number): number {
    return sums[at + 1]!;
  }

  /** What a node of these sums adds to the score: 0 where every row is so sure that no derivative is left. */
  valueOf(sums: Float64Array, at: number): number {
    const { learningRate, l2Regularization } = this.options;
    const curvature = Math.max(sums[at + 1]! + l2Regularization, LEAST_CURVATURE);
    return Math.fround((learningRate * sums[at]!) / curvature);
  }

  writeValue(sums: Float64Array, at: number, out: Float32Array, to: number): void {
    out[to] = this.valueOf(sums, at);
  }
}
