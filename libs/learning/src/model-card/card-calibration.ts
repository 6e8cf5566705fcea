import type { ModelArtifact } from '../artifact/model-artifact.js';
import type { ReliabilityBin } from '../calibration/reliability.js';

export interface CardCalibration {
  readonly method: 'platt' | 'isotonic';
  /** Log loss of both methods on rows that neither saw; null where they were not compared. */
  readonly heldOutLogLoss: { readonly platt: number | null; readonly isotonic: number | null };
  /** On the grouped test: mean distance of what is said from what happens. */
  readonly expectedCalibrationError: number | null;
  /** On the grouped test, from the lowest probabilities. */
  readonly reliability: readonly ReliabilityBin[];
}

/** Bins of a reliability curve are ten. */
const BINS = 10;

export function cardCalibration({ calibration, metrics }: ModelArtifact): CardCalibration {
  const reliability: ReliabilityBin[] = [];
  for (let bin = 0; bin < BINS; bin++) {
    const of = (name: string) => metrics[`distinct.reliability.${bin}.${name}`];
    const [predicted, observed, rows] = [of('predicted'), of('observed'), of('rows')];
    if (predicted === undefined || observed === undefined || rows === undefined) break;
    reliability.push({ predicted, observed, rows });
  }
  return {
    method: calibration.method,
    heldOutLogLoss: {
      platt: metrics['calibration.plattLogLoss'] ?? null,
      isotonic: metrics['calibration.isotonicLogLoss'] ?? null,
    },
    expectedCalibrationError: metrics['distinct.expectedCalibrationError'] ?? null,
    reliability,
  };
}
