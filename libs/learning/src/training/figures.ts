import type { ReliabilityBin } from '../calibration/reliability.js';
import type { Thresholds } from '../calibration/thresholds.js';
import type { Evasion } from '../evasion/evasion.js';
import type { PermutationImportance } from '../inspection/permutation-importance.js';
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

/** Columns named of those that flip rows. */
const FLIPPING_COLUMNS = 5;

/** `evasion.median`, `evasion.share1` to `share3`, `shareMore`, `shareNone`, and `evasion.flips.<feature>` of the first five. */
export function evasionByName(evasion: Evasion, featureNames: readonly string[]): Record<string, number> {
  const { rows, median, medianAtLeast, exactShare, shares, columnShare } = evasion;
  const [none = 0, one = 0, two = 0, three = 0, ...more] = shares;
  const flips = featureNames
    .map((feature, column) => [`evasion.flips.${feature}`, columnShare[column]!] as const)
    .filter(([, share]) => share > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, FLIPPING_COLUMNS);
  return finiteFigures({
    'evasion.rows': rows,
    'evasion.median': median ?? Number.NaN,
    'evasion.medianAtLeast': medianAtLeast ?? Number.NaN,
    'evasion.exactShare': exactShare,
    'evasion.shareNone': none,
    'evasion.share1': one,
    'evasion.share2': two,
    'evasion.share3': three,
    'evasion.shareMore': more.reduce((sum, share) => sum + share, 0),
    ...Object.fromEntries(flips),
  });
}

/** `permutation.rows`, and `permutationImportance.<feature>`: how much F1 falls when the column is shuffled. */
export function permutationByName(
  { rows, mean }: PermutationImportance,
  featureNames: readonly string[],
): Record<string, number> {
  const falls = featureNames.map(
    (feature, column) => [`permutationImportance.${feature}`, mean[column]!] as const,
  );
  return { 'permutation.rows': rows, ...Object.fromEntries(falls) };
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
