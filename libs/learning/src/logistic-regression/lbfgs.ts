/** Value at `point`; writes the gradient. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /**
   * Stops when no partial derivative is larger; with `precondition`, after the first step that is no larger beside the
   * largest parameter.
   */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** Multiplies a gradient by an estimate of the inverse Hessian, in place: the first guess that updates improve. */
  readonly precondition?: (gradient: Float64Array) => void;
}

export interface Minimum {
  readonly point: Float64Array;
  /** False where the iterations were used up first. */
  readonly isConverged: boolean;
}

const MEMORY = 12;
const SUFFICIENT_DECREASE = 1e-4;
const MAX_HALVINGS = 30;

/** Share of the value by which sums over many rows are off: near the minimum no step falls by more. */
const ROUNDING = 1e-14;

interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}

function addScaled(target: Float64Array, factor: number, source: Float64Array): void {
  for (let index = 0; index < target.length; index++) target[index]! += factor * source[index]!;
}

function largest(values: Float64Array): number {
  let result = 0;
  for (const value of values) if (Math.abs(value) > result) result = Math.abs(value);
  return result;
}

function scaleByLatest(vector: Float64Array, gradient: Float64Array, latest: Correction | undefined): void {
  const scale = latest
    ? latest.curvature / dot(latest.change, latest.change)
    : 1 / Math.max(1, largest(gradient));
  for (let index = 0; index < vector.length; index++) vector[index]! *= scale;
}

/** The two-loop recursion: minus the inverse Hessian's estimate times the gradient. */
function direction(
  gradient: Float64Array,
  corrections: readonly Correction[],
  precondition: MinimiseOptions['precondition'],
): Float64Array {
  const result = gradient.map((each) => -each);
  const factors = new Float64Array(corrections.length);
  for (let index = corrections.length - 1; index >= 0; index--) {
    const { step, change, curvature } = corrections[index]!;
    factors[index] = dot(step, result) / curvature;
    addScaled(result, -factors[index]!, change);
  }
  if (precondition) precondition(result);
  else scaleByLatest(result, gradient, corrections.at(-1));
  corrections.forEach(({ step, change, curvature }, index) => {
    addScaled(result, factors[index]! - dot(change, result) / curvature, step);
  });
  return result;
}

/**
 * Limited-memory BFGS with a backtracking line search (Nocedal & Wright 2006, algorithms 7.4 and 3.1), for smooth
 * convex functions. Yields after each iteration, so that the caller can stop.
 */
export function* minimise(
  objective: Objective,
  start: Float64Array,
  options: MinimiseOptions,
): Generator<undefined, Minimum> {
  let point = start.slice();
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  const corrections: Correction[] = [];
  const { tolerance, maxIterations, precondition } = options;
  for (let iteration = 0; precondition || largest(gradient) > tolerance; iteration++) {
    const towards = direction(gradient, corrections, precondition);
    if (precondition && largest(towards) <= tolerance * Math.max(1, largest(point))) {
      addScaled(point, 1, towards);
      break;
    }
    if (iteration === maxIterations) return { point, isConverged: false };
    yield;
    const slope = dot(gradient, towards);
    const candidate = new Float64Array(point.length);
    const candidateGradient = new Float64Array(point.length);
    let length = 1;
    let halvings = 0;
    let candidateValue = 0;
    for (; halvings < MAX_HALVINGS; halvings++, length /= 2) {
      candidate.set(point);
      addScaled(candidate, length, towards);
      candidateValue = objective(candidate, candidateGradient);
      const enough = SUFFICIENT_DECREASE * length * slope + ROUNDING * Math.abs(value);
      if (candidateValue <= value + enough) break;
    }
    // No step lowers the value any more: the limit of the arithmetic is reached.
    if (halvings === MAX_HALVINGS) break;
    const step = candidate.map((each, index) => each - point[index]!);
    const change = candidateGradient.map((each, index) => each - gradient[index]!);
    const curvature = dot(step, change);
    if (curvature > 0) corrections.push({ step, change, curvature });
    if (corrections.length > MEMORY) corrections.shift();
    point = candidate;
    gradient = candidateGradient;
    value = candidateValue;
  }
  return { point, isConverged: true };
}
