import { DriftError } from '../errors.js';
import { chiSquaredSurvival } from '../special/gamma.js';

export interface ChiSquaredResult {
  readonly statistic: number;
  readonly pValue: number;
  readonly degreesOfFreedom: number;
  /** The smallest expected count: below 5 the p-value is rough (Cochran 1954). */
  readonly smallestExpected: number;
}

/**
 * Pearson's chi-squared test of independence on a table of counts, as `scipy.stats.chi2_contingency(correction=False)`.
 * Rows and columns without counts are left out. Throws `EMPTY_TABLE` where fewer than two of either remain.
 */
export function chiSquaredContingency(table: readonly (readonly number[])[]): ChiSquaredResult {
  const width = Math.max(0, ...table.map((row) => row.length));
  const rows = table.filter((row) => sum(row) > 0);
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column] ?? 0) > 0),
  );
  if (rows.length < 2 || columns.length < 2) throw new DriftError('EMPTY_TABLE');
  const rowTotals = rows.map(sum);
  const columnTotals = columns.map((column) => sum(rows.map((row) => row[column] ?? 0)));
  const total = sum(rowTotals);
  let statistic = 0;
  let smallestExpected = Number.POSITIVE_INFINITY;
  for (const [r, row] of rows.entries()) {
    for (const [c, column] of columns.entries()) {
      const expected = ((rowTotals[r] as number) * (columnTotals[c] as number)) / total;
      statistic += ((row[column] ?? 0) - expected) ** 2 / expected;
      smallestExpected = Math.min(smallestExpected, expected);
    }
  }
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  return {
    statistic,
    pValue: chiSquaredSurvival(statistic, degreesOfFreedom),
    degreesOfFreedom,
    smallestExpected,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
