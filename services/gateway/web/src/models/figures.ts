import type { ComparedMetric, Interval, ParameterValue } from './model-types.js';

export type Metrics = Readonly<Record<string, number>>;

/** The two tests under their names in the registry; `distinct`, held out by group, has the honest figures. */
export const SPLITS = { grouped: 'distinct', plain: 'stratified' } as const;
export type Split = keyof typeof SPLITS;

export const SPLIT_WORDS: Readonly<Record<Split, string>> = {
  grouped: 'Held out by group',
  plain: 'Plain split',
};

/** Every figure of a test, as the page names it, the most telling first. */
export const FIGURE_WORDS: Readonly<Record<string, string>> = {
  f1: 'F1',
  precision: 'Precision',
  recall: 'Recall',
  recallAtFpr1In100: 'Recall at 1 % false positives',
  recallAtFpr1In1000: 'Recall at 0.1 % false positives',
  accuracy: 'Accuracy',
  rocAuc: 'ROC-AUC',
  prAuc: 'PR-AUC',
  logLoss: 'Log loss',
  brier: 'Brier score',
  expectedCalibrationError: 'Calibration error',
};

const LOWER_IS_BETTER: readonly string[] = ['logLoss', 'brier', 'expectedCalibrationError'];

export interface Figure {
  readonly value: number;
  /** 95 % bootstrap interval. */
  readonly interval: Interval | null;
}

/** A figure of a test, or null where the version does not have it. */
export function figureOf(metrics: Metrics, split: Split, name: string): Figure | null {
  const key = `${SPLITS[split]}.${name}`;
  const value = metrics[key];
  if (value === undefined) return null;
  const [low, high] = [metrics[`${key}Low`], metrics[`${key}High`]];
  return { value, interval: low === undefined || high === undefined ? null : [low, high] };
}

/** `0.9580`. */
export function figure(value: number): string {
  return value.toFixed(4);
}

/** `0.949–0.967`. */
export function intervalText([low, high]: Interval): string {
  return `${low.toFixed(3)}–${high.toFixed(3)}`;
}

/** How b stands beside a: by the intervals, where both have one. */
export type Standing = 'better' | 'worse' | 'within noise' | 'the same' | 'unknown';

export function standingOf({ metric, difference, interval }: ComparedMetric): Standing {
  if (difference === null) return 'unknown';
  if (Math.abs(difference) < 0.00005) return 'the same';
  // Intervals that overlap: another test could have put either version first.
  if (interval !== undefined && interval.a[0] <= interval.b[1] && interval.b[0] <= interval.a[1])
    return 'within noise';
  return difference > 0 !== LOWER_IS_BETTER.includes(metric) ? 'better' : 'worse';
}

/** `+0.0213`, `−0.0040`. */
export function signed(difference: number): string {
  const text = Math.abs(difference).toFixed(4);
  if (Number(text) === 0) return '0.0000';
  return `${difference > 0 ? '+' : '−'}${text}`;
}

/** `nEstimators 128, criterion entropy`. */
export function parametersText(parameters: Readonly<Record<string, ParameterValue>>): string {
  const entries = Object.entries(parameters);
  return entries.length === 0 ? 'none' : entries.map(([name, value]) => `${name} ${value}`).join(', ');
}

const PERMUTATION = 'permutationImportance.';

/** By how much F1 falls when a feature's values are shuffled, the largest first; nothing where nobody looked. */
export function permutationOf(metrics: Metrics): { readonly feature: string; readonly fall: number }[] {
  return Object.entries(metrics)
    .filter(([name]) => name.startsWith(PERMUTATION))
    .map(([name, fall]) => ({ feature: name.slice(PERMUTATION.length), fall }))
    .sort((a, b) => b.fall - a.fall);
}

/** A curve's height at x, between its points; null beside them. The points may come from either end. */
export function valueAt(points: readonly (readonly [number, number])[], x: number): number | null {
  for (const [index, [toX, toY]] of points.entries()) {
    const [fromX, fromY] = points[index - 1] ?? [toX, toY];
    if ((x - fromX) * (x - toX) > 0) continue;
    return toX === fromX ? Math.max(fromY, toY) : fromY + ((toY - fromY) * (x - fromX)) / (toX - fromX);
  }
  return null;
}
