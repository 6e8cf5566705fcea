import { solvePositiveDefinite } from './cholesky.js';
import { type Design, outputsOf } from './design.js';
import { hessianOf } from './hessian.js';
import { penalisedLogLoss, penaltyOf } from './objective.js';

const MAX_ITERATIONS = 100;
const MAX_HALVINGS = 30;
const SUFFICIENT_DECREASE = 1e-4;

/** A full step this small, beside the largest parameter, leaves an error of about its square. */
const LAST_STEP = 1e-6;

function largest(values: Float64Array): number {
  let result = 0;
  for (const value of values) if (Math.abs(value) > result) result = Math.abs(value);
  return result;
}

/**
 * Newton's method on the penalised log loss (iteratively reweighted least squares) with a backtracking line search.
 * Changes `point` to the minimiser, or as far as it comes: false where the second derivatives are no longer positive
 * definite in 64 bits. Yields within and between iterations.
 */
export function* minimiseByNewton(
  design: Design,
  C: number,
  point: Float64Array,
): Generator<undefined, boolean> {
  const probabilities = new Float64Array(design.rows * outputsOf(design.classes));
  const objective = penalisedLogLoss(design, C, probabilities);
  const penalty = penaltyOf(design, C);
  const gradient = new Float64Array(point.length);
  const candidate = new Float64Array(point.length);
  let value = objective(point, gradient);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const step = gradient.slice();
    const hessian = yield* hessianOf(design, probabilities, penalty);
    if (!solvePositiveDefinite(hessian, point.length, step)) return false;
    const slope = -step.reduce((sum, each, index) => sum + each * gradient[index]!, 0);
    const isLast = largest(step) <= LAST_STEP * Math.max(1, largest(point));
    let length = 1;
    let halvings = 0;
    for (; halvings < MAX_HALVINGS; halvings++, length /= 2) {
      for (let index = 0; index < point.length; index++)
        candidate[index] = point[index]! - length * step[index]!;
      if (isLast) break;
      const next = objective(candidate, gradient);
      if (next <= value + SUFFICIENT_DECREASE * length * slope) {
        value = next;
        break;
      }
    }
    // No step lowers the value any more: the limit of the arithmetic is reached.
    if (halvings === MAX_HALVINGS) return true;
    point.set(candidate);
    if (isLast) return true;
    yield;
  }
  return true;
}
