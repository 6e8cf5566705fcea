import { factorise, solveFactorised } from './cholesky.js';
import { type Design, outputsOf } from './design.js';
import { hessianOf } from './hessian.js';
import { minimise } from './lbfgs.js';
import { penalisedLogLoss, penaltyOf } from './objective.js';

/** A step this small, beside the largest parameter, is the last; with quasi-Newton updates the error is smaller yet. */
const TOLERANCE = 1e-8;

/** Steps on one Hessian, and Hessians. */
const STEPS = 10;
const ROUNDS = 30;

/**
 * The minimiser of the penalised log loss by Newton's method (iteratively reweighted least squares). A Hessian costs
 * several times a gradient, so the first is kept, L-BFGS updates make good what changes, and a new one is only made
 * where ten steps were not enough. Undefined where it is not positive definite in 64 bits. Yields within and between
 * iterations.
 */
export function* minimiseByNewton(
  design: Design,
  C: number,
  start: Float64Array,
): Generator<undefined, Float64Array | undefined> {
  const probabilities = new Float64Array(design.rows * outputsOf(design.classes));
  const objective = penalisedLogLoss(design, C, probabilities);
  let point = start;
  for (let round = 0; round < ROUNDS; round++) {
    // Called for the probabilities at this point, which the Hessian is made of.
    objective(point, new Float64Array(point.length));
    const factor = yield* hessianOf(design, probabilities, penaltyOf(design, C));
    if (!factorise(factor, point.length)) return undefined;
    const found = yield* minimise(objective, point, {
      tolerance: TOLERANCE,
      maxIterations: STEPS,
      precondition: (gradient) => solveFactorised(factor, gradient.length, gradient),
    });
    point = found.point;
    if (found.isConverged) break;
  }
  return point;
}
