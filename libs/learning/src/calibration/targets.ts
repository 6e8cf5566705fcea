import { LearningError } from '../errors.js';

/**
 * What calibrated probabilities are fitted to: Platt's smoothed targets (1999), (N₊+1)/(N₊+2) for a positive row and
 * 1/(N₋+2) for another, so that no finite number of rows makes anything certain.
 */
export interface CalibrationTargets {
  readonly values: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/** Throws `LEARN_ONE_CLASS` where one side is empty. */
export function calibrationTargets(labels: Int32Array, positive: number): CalibrationTargets {
  const positives = labels.reduce((count, label) => count + (label === positive ? 1 : 0), 0);
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0)
    throw new LearningError('LEARN_ONE_CLASS', 'nothing to calibrate against');
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const values = Float64Array.from(labels, (label) => (label === positive ? high : low));
  return { values, positives, negatives };
}
