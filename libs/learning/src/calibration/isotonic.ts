import { pooledBlocks, withAtMost } from './pooled-blocks.js';
import { calibrationTargets } from './targets.js';

/**
 * A non-decreasing function by its corners: a straight line between two, constant before the first and behind the last,
 * as scikit-learn's `IsotonicRegression(out_of_bounds="clip")` predicts.
 */
export interface MonotoneCurve {
  /** Strictly increasing, one or more. */
  readonly inputs: readonly number[];
  /** Non-decreasing, one an input. */
  readonly outputs: readonly number[];
}

/** Turns a model's raw probability of the positive class into a calibrated one along a fitted curve. */
export interface IsotonicCalibration extends MonotoneCurve {
  readonly method: 'isotonic';
}

/** Half of the corners an artifact holds, but for two: a block has two. */
const MOST_BLOCKS = 50;

/** Part of the raw probability in a calibrated one. */
const TILT = 0.01;

/**
 * (1 − TILT) · curve + TILT · input for inputs from 0 to 1. The levels of an isotonic curve would tie rows that the model
 * ranks, and a threshold at a stated false positive rate could then only take a level or leave it.
 */
function tilted(curve: MonotoneCurve): MonotoneCurve {
  const inputs = [...new Set([0, ...curve.inputs, 1])];
  return { inputs, outputs: inputs.map((input) => (1 - TILT) * curveAt(curve, input) + TILT * input) };
}

/** The curve at `input`. */
export function curveAt({ inputs, outputs }: MonotoneCurve, input: number): number {
  let low = 0;
  let high = inputs.length - 1;
  if (input <= inputs[low]!) return outputs[low]!;
  if (input >= inputs[high]!) return outputs[high]!;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (input < inputs[middle]!) high = middle;
    else low = middle;
  }
  const share = (input - inputs[low]!) / (inputs[high]! - inputs[low]!);
  const rise = outputs[high]! - outputs[low]!;
  // Rounding must not lift a value above the corner that follows.
  return Math.min(outputs[high]!, outputs[low]! + share * rise);
}

/**
 * The non-decreasing function of `inputs` with the least squared error to `targets` (Barlow et al. 1972), by pooling
 * adjacent violators; equal inputs are averaged first. Only corners are kept: points on a level line are not.
 * Where it has more than `mostBlocks` levels, neighbours are pooled further, those that cost the least error first.
 */
export function isotonicRegression(
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  mostBlocks = Number.POSITIVE_INFINITY,
): MonotoneCurve {
  const blocks = withAtMost(pooledBlocks(inputs, targets), mostBlocks);
  const corners = blocks.flatMap(({ first, last, mean }) =>
    first === last ? [[first, mean] as const] : [[first, mean] as const, [last, mean] as const],
  );
  return { inputs: corners.map(([input]) => input), outputs: corners.map(([, output]) => output) };
}

/**
 * Isotonic calibration of out-of-fold probabilities of class `positive` (Zadrozny & Elkan 2002). Other than
 * scikit-learn's, it is fitted to Platt's smoothed targets, so that no row in training makes another certain, and rises
 * a little (a hundredth of the raw probability) where that is level, so that it keeps the model's order.
 * At most 102 corners. Throws `LEARN_ONE_CLASS` where one side is empty.
 */
export function fitIsotonic(
  labels: Int32Array,
  probabilities: ArrayLike<number>,
  positive: number,
): IsotonicCalibration {
  const { values } = calibrationTargets(labels, positive);
  return { method: 'isotonic', ...tilted(isotonicRegression(probabilities, values, MOST_BLOCKS)) };
}
