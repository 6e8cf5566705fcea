import type { RowEvasion } from './search-row.js';

/** How many rows of a model's finds take how much to be called something else. */
export interface Evasion {
  /** Rows searched: a sample of those of the positive class that the model calls positive. */
  readonly rows: number;
  /** Rows it was drawn from. */
  readonly eligibleRows: number;
  /**
   * Median over the rows of the fewest changes found, an upper bound of the fewest there are; null where there are no rows,
   * or half of them could not be flipped.
   */
  readonly median: number | null;
  /** The same of what no search could better; equal to `median` where that is exact. Null without rows. */
  readonly medianAtLeast: number | null;
  /** Share of the rows whose number is exact. */
  readonly exactShare: number;
  /** Entry n: share of the rows that flip with n changes; entry 0: of those that nothing found flips. */
  readonly shares: readonly number[];
  /** Each column's share of the rows that flipped: those where it is among the changes found. */
  readonly columnShare: Float64Array;
  /** Whether, in every column, every value seen in training was searched that the model can tell from another. */
  readonly areValuesComplete: boolean;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const value = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return Number.isFinite(value) ? value : null;
}

export interface EvasionScope {
  readonly eligibleRows: number;
  readonly columns: number;
  readonly maxChanges: number;
  readonly areValuesComplete: boolean;
}

/** The figures of rows searched one by one. */
export function summariseEvasion(found: readonly RowEvasion[], scope: EvasionScope): Evasion {
  const { eligibleRows, columns, maxChanges, areValuesComplete } = scope;
  const counts = new Array<number>(maxChanges + 1).fill(0);
  const changed = new Float64Array(columns);
  for (const each of found) {
    counts[each.columns?.length ?? 0]!++;
    for (const column of each.columns ?? []) changed[column]!++;
  }
  const flipped = found.length - counts[0]!;
  const fewest = found.map((each) => each.columns?.length ?? Number.POSITIVE_INFINITY);
  const atLeast = found.map((each) => (areValuesComplete ? each.atLeast : 1));
  const exact = fewest.filter((number, row) => number === atLeast[row]).length;
  return {
    rows: found.length,
    eligibleRows,
    median: median(fewest),
    medianAtLeast: median(atLeast),
    exactShare: found.length > 0 ? exact / found.length : 0,
    shares: counts.map((count) => (found.length > 0 ? count / found.length : 0)),
    columnShare: changed.map((count) => (flipped > 0 ? count / flipped : 0)),
    areValuesComplete,
  };
}
