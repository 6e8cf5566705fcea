import { median } from '../measure/statistics.mjs';

/** A figure, or a dash where that side has none. */
export function fixed(value, digits) {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);
}

/** How many times `slow` is `fast`. */
export function timesFaster(slow, fast) {
  return slow === undefined || fast === undefined ? '–' : `${(slow / fast).toFixed(1)} ×`;
}

/** "C 1, weights distance". */
export function parameterText(parameters) {
  if (parameters === undefined) return '–';
  return Object.entries(parameters)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** The middle of a figure over the rounds; undefined where there are none. */
export function medianOf(rounds, figure) {
  return rounds.length === 0 ? undefined : median(rounds.map(figure));
}

export function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard error of the mean, from the sample's standard deviation. */
export function standardErrorOf(values) {
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}
