import { DriftError } from '../errors.js';
import { exactSmirnovSurvival, kolmogorovSurvival } from '../special/kolmogorov.js';
import { type WeightedValues, weightedFromSample } from './weighted-values.js';

/** The exact p-value costs up to m·n steps: this many take about 20 ms. */
const EXACT_STEPS = 4_000_000;
/** One small sample makes the asymptotic p-value rough however large the other: then more steps are worth it. */
const ROUGH_BELOW = 500;
const EXACT_STEPS_WHERE_ROUGH = 50_000_000;

export interface TestResult {
  readonly statistic: number;
  readonly pValue: number;
}

export interface KolmogorovSmirnovOptions {
  /** `auto`: exact while it is cheap. */
  readonly method?: 'auto' | 'exact' | 'asymptotic';
}

/**
 * The two-sample, two-sided Kolmogorov–Smirnov test, as `scipy.stats.ks_2samp`. Ties make the p-value too large, never too small.
 * Throws `EMPTY_SAMPLE`.
 */
export function kolmogorovSmirnov(
  first: Iterable<number>,
  second: Iterable<number>,
  options: KolmogorovSmirnovOptions = {},
): TestResult {
  return kolmogorovSmirnovWeighted(weightedFromSample(first), weightedFromSample(second), options);
}

/** The same over samples given as distinct values with counts. */
export function kolmogorovSmirnovWeighted(
  first: WeightedValues,
  second: WeightedValues,
  { method = 'auto' }: KolmogorovSmirnovOptions = {},
): TestResult {
  const m = first.total;
  const n = second.total;
  if (m === 0 || n === 0) throw new DriftError('EMPTY_SAMPLE');
  const distance = largestDistance(first, second);
  const statistic = distance / m / n;
  if (distance === 0) return { statistic: 0, pValue: 1 };
  const exact = method === 'exact' || (method === 'auto' && isExactCheap(m, n));
  const pValue = exact
    ? exactSmirnovSurvival(m, n, distance)
    : kolmogorovSurvival(effectiveSize(m, n), statistic);
  return { statistic, pValue };
}

function isExactCheap(m: number, n: number): boolean {
  return m * n <= (effectiveSize(m, n) < ROUGH_BELOW ? EXACT_STEPS_WHERE_ROUGH : EXACT_STEPS);
}

/** The size of the one sample that tells as much as the two. */
function effectiveSize(m: number, n: number): number {
  return Math.round((m * n) / (m + n));
}

/** max |F₁ − F₂|·m·n: whole numbers, so no rounding while m·n < 2⁵³. */
function largestDistance(first: WeightedValues, second: WeightedValues): number {
  let largest = 0;
  let i = 0;
  let j = 0;
  let below1 = 0;
  let below2 = 0;
  while (i < first.values.length && j < second.values.length) {
    const value = Math.min(first.values[i] as number, second.values[j] as number);
    if (first.values[i] === value) below1 += first.counts[i++] as number;
    if (second.values[j] === value) below2 += second.counts[j++] as number;
    largest = Math.max(largest, Math.abs(below1 * second.total - below2 * first.total));
  }
  return largest;
}
