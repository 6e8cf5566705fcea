import { sigmoid } from '../link/link.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import { calibrationTargets } from './targets.js';

export type PlattInput = 'probability' | 'log-odds';

/**
 * Turns a model's raw probability of the positive class into a calibrated one:
 * σ(slope · score + intercept). `input` says what the score is: the probability itself (trees), or its
 * log-odds (logistic regression, boosting), as scikit-learn's CalibratedClassifierCV takes `predict_proba` or
 * `decision_function`.
 */
export interface PlattCalibration {
  readonly method: 'platt';
  readonly input: PlattInput;
  readonly slope: number;
  readonly intercept: number;
}

const MAX_ITERATIONS = 100;
const SMALLEST_STEP = 1e-10;
const HESSIAN_RIDGE = 1e-12;
const GRADIENT_TOLERANCE = 1e-9;
const CLIP = 1e-7;

/** Algorithms whose own score is on the scale of log-odds. */
const ADDS_LOG_ODDS: ReadonlySet<AlgorithmName> = new Set([
  'logistic-regression',
  'gradient-boosting',
  'adaboost',
]);

export function calibrationInputOf(algorithm: AlgorithmName): PlattInput {
  return ADDS_LOG_ODDS.has(algorithm) ? 'log-odds' : 'probability';
}

function scoreOf(probability: number, input: PlattInput): number {
  if (input === 'probability') return probability;
  const clipped = Math.min(1 - CLIP, Math.max(CLIP, probability));
  return Math.log(clipped / (1 - clipped));
}

/** The calibrated probability. */
export function plattProbability(calibration: PlattCalibration, probability: number): number {
  return sigmoid(calibration.slope * scoreOf(probability, calibration.input) + calibration.intercept);
}

interface PlattProblem {
  readonly scores: Float64Array;
  readonly targets: Float64Array;
}

function lossOf({ scores, targets }: PlattProblem, slope: number, intercept: number): number {
  let loss = 0;
  for (let row = 0; row < scores.length; row++) {
    const z = slope * scores[row]! + intercept;
    // −t ln σ(z) − (1 − t) ln(1 − σ(z)), written so that neither side overflows.
    loss += (z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z) + (1 - targets[row]!) * z;
  }
  return loss;
}

function derivativesOf({ scores, targets }: PlattProblem, slope: number, intercept: number) {
  const sums = {
    slope: 0,
    intercept: 0,
    slopeSlope: HESSIAN_RIDGE,
    slopeIntercept: 0,
    interceptIntercept: HESSIAN_RIDGE,
  };
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    const probability = sigmoid(slope * score + intercept);
    const residual = probability - targets[row]!;
    const curvature = probability * (1 - probability);
    sums.slope += residual * score;
    sums.intercept += residual;
    sums.slopeSlope += curvature * score * score;
    sums.slopeIntercept += curvature * score;
    sums.interceptIntercept += curvature;
  }
  return sums;
}

/** Newton's method with a backtracking line search (Lin, Lin & Weng 2007, "A note on Platt's probabilistic outputs"). */
function newton(problem: PlattProblem, startIntercept: number): { slope: number; intercept: number } {
  let slope = 0;
  let intercept = startIntercept;
  let loss = lossOf(problem, slope, intercept);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const d = derivativesOf(problem, slope, intercept);
    if (Math.max(Math.abs(d.slope), Math.abs(d.intercept)) < GRADIENT_TOLERANCE) break;
    const determinant = d.slopeSlope * d.interceptIntercept - d.slopeIntercept ** 2;
    const slopeStep = -(d.interceptIntercept * d.slope - d.slopeIntercept * d.intercept) / determinant;
    const interceptStep = -(d.slopeSlope * d.intercept - d.slopeIntercept * d.slope) / determinant;
    const descent = d.slope * slopeStep + d.intercept * interceptStep;
    let length = 1;
    while (length >= SMALLEST_STEP) {
      const next = lossOf(problem, slope + length * slopeStep, intercept + length * interceptStep);
      if (next < loss + 1e-4 * length * descent) {
        slope += length * slopeStep;
        intercept += length * interceptStep;
        loss = next;
        break;
      }
      length /= 2;
    }
    if (length < SMALLEST_STEP) break;
  }
  return { slope, intercept };
}

/**
 * Platt scaling of out-of-fold probabilities of class `positive` (Platt 1999), with his smoothed targets.
 * Throws `LEARN_ONE_CLASS` where one side is empty.
 */
export function fitPlatt(
  labels: Int32Array,
  probabilities: ArrayLike<number>,
  positive: number,
  input: PlattInput,
): PlattCalibration {
  const { values: targets, positives, negatives } = calibrationTargets(labels, positive);
  const scores = Float64Array.from(probabilities, (probability) => scoreOf(probability, input));
  const fitted = newton({ scores, targets }, Math.log((positives + 1) / (negatives + 1)));
  return { method: 'platt', input, ...fitted };
}
