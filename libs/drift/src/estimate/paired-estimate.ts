import { type ExpectedConfusion, rowsOf } from './expected-confusion.js';
import { CONFUSION_GROUPS, combined, type GroupedConfusion } from './grouped-confusion.js';

/** A figure of two models on the same rows: an F1's difference, say. */
export type PairedFigure = (first: ExpectedConfusion, second: ExpectedConfusion) => number;

export interface PairedEstimate {
  readonly value: number;
  /** Of the value, over draws of keys. */
  readonly standardError: number;
  /** Groups of keys that have rows. */
  readonly groups: number;
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
  const squares = without.reduce((sum, each) => sum + (each - value) ** 2, 0);
  return { value, standardError: Math.sqrt(((groups - 1) / groups) * squares), groups };
}
