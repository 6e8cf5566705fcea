import { curveAt, type IsotonicCalibration } from './isotonic.js';
import { type PlattCalibration, plattProbability } from './platt.js';

/** What turns a model's raw probability of the positive class into a calibrated one; never falls where that rises. */
export type Calibration = PlattCalibration | IsotonicCalibration;

/** The calibrated probability, rounded to the 32 bits in which it is stored and compared. */
export function calibrated(calibration: Calibration, probability: number): number {
  return Math.fround(
    calibration.method === 'platt'
      ? plattProbability(calibration, probability)
      : curveAt(calibration, probability),
  );
}
