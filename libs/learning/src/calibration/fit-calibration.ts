import { LearningError } from '../errors.js';
import { logLoss } from '../metrics/probability.js';
import { rowsWhere, stratifiedFolds } from '../splits/splits.js';
import { type Calibration, calibrated } from './calibration.js';
import { fitIsotonic } from './isotonic.js';
import { fitPlatt, type PlattInput } from './platt.js';

/** Out-of-fold predictions to calibrate by. */
export interface CalibrationData {
  readonly labels: Int32Array;
  /** Raw probability of the positive class, by a model that had not seen the row. */
  readonly probabilities: Float32Array;
  readonly positive: number;
  /** Rows with the same number are never split. */
  readonly groups?: Int32Array | undefined;
}

export interface CalibrationOptions {
  /** What Platt scaling reads. */
  readonly input: PlattInput;
  readonly seed: number;
  /** 5 where absent. */
  readonly folds?: number;
}

/** Mean log loss on folds that the method was not fitted on, in nats. */
export type HeldOutLogLoss = Readonly<Record<Calibration['method'], number>>;

export interface CalibrationChoice {
  /** Fitted on all rows by the method chosen. */
  readonly calibration: Calibration;
  /** Absent where there are too few rows to compare by: then it is Platt's. */
  readonly heldOut?: HeldOutLogLoss;
}

function fit(method: Calibration['method'], data: CalibrationData, input: PlattInput): Calibration {
  const { labels, probabilities, positive } = data;
  return method === 'platt'
    ? fitPlatt(labels, probabilities, positive, input)
    : fitIsotonic(labels, probabilities, positive);
}

/** The fold in which each row is held out; undefined where there are too few rows of a side. */
function foldsOf(data: CalibrationData, folds: number, seed: number): Int32Array | undefined {
  const sides = data.labels.map((label) => (label === data.positive ? 1 : 0));
  try {
    return stratifiedFolds(sides, 2, folds, { seed, groups: data.groups });
  } catch (error) {
    if (error instanceof LearningError && error.code === 'LEARN_TOO_FEW_ROWS') return undefined;
    throw error;
  }
}

function heldOutLogLoss(
  method: Calibration['method'],
  data: CalibrationData,
  foldOf: Int32Array,
  { input, folds }: { input: PlattInput; folds: number },
): number {
  const { labels, probabilities, positive } = data;
  const given = new Float32Array(labels.length);
  for (let fold = 0; fold < folds; fold++) {
    const others = rowsWhere(labels.length, (row) => foldOf[row] !== fold);
    const calibration = fit(
      method,
      {
        labels: others.map((row) => labels[row]!),
        probabilities: Float32Array.from(others, (row) => probabilities[row]!),
        positive,
      },
      input,
    );
    for (let row = 0; row < labels.length; row++) {
      if (foldOf[row] === fold) given[row] = calibrated(calibration, probabilities[row]!);
    }
  }
  return logLoss(labels, given, positive);
}

/**
 * Platt's or isotonic calibration: the lower log loss on held-out folds of the out-of-fold predictions, never on the rows
 * a curve was fitted to. Throws `LEARN_ONE_CLASS` where one side is empty, `LEARN_PARAMETER_INVALID` for `folds` under 2.
 */
export function fitCalibration(
  data: CalibrationData,
  { input, seed, folds = 5 }: CalibrationOptions,
): CalibrationChoice {
  const foldOf = foldsOf(data, folds, seed);
  if (!foldOf) return { calibration: fit('platt', data, input) };
  const heldOut = {
    platt: heldOutLogLoss('platt', data, foldOf, { input, folds }),
    isotonic: heldOutLogLoss('isotonic', data, foldOf, { input, folds }),
  };
  return { calibration: fit(heldOut.isotonic < heldOut.platt ? 'isotonic' : 'platt', data, input), heldOut };
}
