import { type ExpectedConfusion, rowsOf } from './expected-confusion.js';
import { CONFUSION_GROUPS, combined, type GroupedConfusion } from './grouped-confusion.js';

/** By Satterthwaite's rule the squares of n normal deviations give n/3 degrees of freedom; this sets it right. */
const NORMAL_KURTOSIS = 3;

/** A figure of two models on the same rows: an F1's difference, say. */
export type PairedFigure = (first: ExpectedConfusion, second: ExpectedConfusion) => number;

export interface PairedEstimate {
  readonly value: number;
  /** Of the value, over draws of keys. */
  readonly standardError: number;
  /** Groups of keys that have rows. */
  readonly groups: number;
  /** Of the standard error: near the number of groups where all count alike, near 3 where one group makes the error. */
  readonly degreesOfFreedom: number;
}

/**
 * The figure over all rows, with its delete-a-group jackknife standard error (Kott 2001): each group of keys is left out
 * once. Rows of one key may depend on each other as they like, and so may the two models. Null where the figure is
 * not defined on all rows or without one of the groups, or fewer than two groups have rows.
 */
export function pairedEstimate(
  first: GroupedConfusion,
  second: GroupedConfusion,
  figure: PairedFigure,
): PairedEstimate | null {
  const [a, b] = [first.total(), second.total()];
  const value = figure(a, b);
  const without: number[] = [];
  for (let index = 0; index < CONFUSION_GROUPS; index++) {
    const [ofA, ofB] = [first.group(index), second.group(index)];
    if (rowsOf(ofA) + rowsOf(ofB) > 0) without.push(figure(combined(a, ofA, -1), combined(b, ofB, -1)));
  }
  if (without.length < 2 || ![value, ...without].every(Number.isFinite)) return null;
  const groups = without.length;
  const squares = without.map((each) => (each - value) ** 2);
  const sum = squares.reduce((total, each) => total + each, 0);
  const fourth = squares.reduce((total, each) => total + each * each, 0);
  return {
    value,
    standardError: Math.sqrt(((groups - 1) / groups) * sum),
    groups,
    degreesOfFreedom:
      fourth === 0 ? groups - 1 : Math.min(groups - 1, (NORMAL_KURTOSIS * sum * sum) / fourth),
  };
}

/**
 * The lower confidence bound of an estimate: as far below it as `z` standard errors that were known, by the quantile of
 * Student's t after Cornish and Fisher (Abramowitz & Stegun 26.7.5), since this one is estimated.
 */
export function lowerBound({ value, standardError, degreesOfFreedom: n }: PairedEstimate, z: number): number {
  const first = (z ** 3 + z) / (4 * n);
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n * n);
  return value - (z + first + second) * standardError;
}
