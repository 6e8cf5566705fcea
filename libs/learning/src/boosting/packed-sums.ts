import type { DerivativeSums } from './log-loss.js';

/**
 * Gradient and second derivative of a row as one number, so that a histogram is counted by one addition instead of two:
 * both are rounded to whole quanta, and the gradient's stand above the others' 26 bits. All numbers are integers of at
 * most 53 bits, so every sum is exact, whatever its order: a histogram got by subtraction is the one that counting
 * would give, an empty bin is 0, and equally good splits are equal. Quanta are 2⁻²⁵ of the sum over the rows: a
 * thousandth of a mean gradient at 37,000 rows. Only splits are chosen by them (as LightGBM's quantised training does with
 * far fewer: Shi et al. 2022); what a leaf says comes from exact sums.
 */
const HESSIAN_RANGE = 2 ** 26;
const ONE_GRADIENT = 1 / HESSIAN_RANGE;
const QUANTA = 2 ** 25;

/** Whole quanta of the gradients in a sum. */
export function gradientOf(packed: number): number {
  return Math.floor(packed * ONE_GRADIENT);
}

/** Whole quanta of the second derivatives in a sum, of which the gradients' part is known. */
export function hessianOf(packed: number, gradient: number): number {
  return packed - gradient * HESSIAN_RANGE;
}

export interface Quanta {
  /** Quanta in a gradient of 1; 0 where there is no gradient. */
  readonly gradient: number;
  /** Quanta in a second derivative of 1. */
  readonly hessian: number;
}

function perUnit(sum: number): number {
  const quanta = QUANTA / sum;
  return Number.isFinite(quanta) ? quanta : 0;
}

/** Packs the derivatives (side by side, two a row) of `rows`, which sum to `sums`. Returns the quanta used. */
export function packDerivatives(
  derivatives: Float64Array,
  rows: Int32Array,
  sums: DerivativeSums,
  out: Float64Array,
): Quanta {
  const quanta = { gradient: perUnit(sums.gradients), hessian: perUnit(sums.hessians) };
  packRows(derivatives, rows, quanta, out);
  return quanta;
}

function packRows(derivatives: Float64Array, rows: Int32Array, quanta: Quanta, out: Float64Array): void {
  const { gradient, hessian } = quanta;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const above = Math.floor(derivatives[row * 2]! * gradient + 0.5);
    out[row] = above * HESSIAN_RANGE + Math.floor(derivatives[row * 2 + 1]! * hessian + 0.5);
  }
}
