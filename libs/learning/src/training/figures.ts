import type { ReliabilityBin } from '../calibration/reliability.js';
import type { Thresholds } from '../calibration/thresholds.js';
import { FIGURE_NAMES } from '../metrics/figures.js';
import type { TestFigures } from './evaluate.js';

/** Those that can be told: an artifact holds finite numbers only. */
export function finiteFigures(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => Number.isFinite(value)));
}

/**
 * `distinct.f1`, `distinct.f1StandardError`, `distinct.f1Low`, `distinct.f1High` and so on for each figure, and
 * `distinct.confusion.0.1` for the rows of class 0 that were predicted 1.
 */
export function figuresByName(split: string, figures: TestFigures): Record<string, number> {
  const named: Record<string, number> = {
    [`${split}.rows`]: figures.rows,
    [`${split}.expectedCalibrationError`]: figures.expectedCalibrationError,
  };
  for (const name of FIGURE_NAMES) {
    const { standardError, low, high } = figures.intervals[name];
    named[`${split}.${name}`] = figures[name];
    named[`${split}.${name}StandardError`] = standardError;
    named[`${split}.${name}Low`] = low;
    named[`${split}.${name}High`] = high;
  }
  figures.confusion.forEach((row, label) => {
    row.forEach((count, predicted) => {
      named[`${split}.confusion.${label}.${predicted}`] = count;
    });
  });
  return finiteFigures(named);
}

/** `distinct.reliability.0.predicted`, `….observed` and `….rows`, from the lowest bin that has rows. */
export function reliabilityByName(split: string, curve: readonly ReliabilityBin[]): Record<string, number> {
  return Object.fromEntries(
    curve.flatMap((bin, index) =>
      Object.entries(bin).map(([name, value]) => [`${split}.reliability.${index}.${name}`, value as number]),
    ),
  );
}

function shareAbove(
  labels: Int32Array,
  probabilities: Float32Array,
  isCounted: (label: number) => boolean,
  at: number,
) {
  let all = 0;
  let above = 0;
  labels.forEach((label, row) => {
    if (!isCounted(label)) return;
    all++;
    if (probabilities[row]! >= at) above++;
  });
  return all > 0 ? above / all : 0;
}

/** What each threshold does out of fold: the false positive rate kept and the recall it buys. */
export function operatingPoints(
  labels: Int32Array,
  probabilities: Float32Array,
  positive: number,
  thresholds: Thresholds,
): Record<string, number> {
  const isPositive = (label: number) => label === positive;
  const isNegative = (label: number) => label !== positive;
  return {
    'outOfFold.malicious.falsePositiveRate': shareAbove(
      labels,
      probabilities,
      isNegative,
      thresholds.malicious,
    ),
    'outOfFold.malicious.recall': shareAbove(labels, probabilities, isPositive, thresholds.malicious),
    'outOfFold.suspicious.falsePositiveRate': shareAbove(
      labels,
      probabilities,
      isNegative,
      thresholds.suspicious,
    ),
    'outOfFold.suspicious.recall': shareAbove(labels, probabilities, isPositive, thresholds.suspicious),
  };
}
