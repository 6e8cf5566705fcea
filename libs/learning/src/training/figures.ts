import type { Thresholds } from '../calibration/thresholds.js';
import type { TestFigures } from './evaluate.js';

/** `distinct.f1` and so on. */
export function figuresByName(split: string, figures: TestFigures): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${split}.${name}`, value as number]),
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
