import { factorise, solveFactorised } from './cholesky.js';
import { hessianOf } from './hessian.js';
import { minimise } from './lbfgs.js';
import type { LogLoss } from './objective.js';

/** A step this small, beside the largest parameter, is the last: the error it leaves is far smaller. */
const TOLERANCE = 1e-7;

/** Steps on one Hessian, and Hessians. */
const STEPS = 5;
const ROUNDS = 30;

/**
 * The minimiser of the penalised log loss by Newton's method (iteratively reweighted least squares). A Hessian costs
 * several times a gradient, so the first is kept, L-BFGS updates make good what changes, and a new one is only made
 * where five steps were not enough. Undefined where it is not positive definite in 64 bits. Yields within and between
 * iterations.
 */
export function* minimiseByNewton(
  loss: LogLoss,
  C: number,
  start: Float64Array,
): Generator<undefined, Float64Array | undefined> {
  let point = start;
  for (let round = 0; round < ROUNDS; round++) {
    loss.moveTo(point);
    const factor = yield* hessianOf(loss, loss.penalty(C));
    if (!factorise(factor, point.length)) return undefined;
    const found = yield* minimise(loss.penalised(C), point, {
      tolerance: TOLERANCE,
      maxIterations: STEPS,
      precondition: (gradient) => solveFactorised(factor, gradient.length, gradient),
    });
    point = found.point;
    if (found.isConverged) break;
  }
  return point;
}
