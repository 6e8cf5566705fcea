import { VERDICTS, type Verdict } from '../../components/index.js';
import type { BatchRow } from './batch-row.js';

/** What a row counts as: its verdict, or that it has none. */
export type RowClass = Verdict | 'none';
export const ROW_CLASSES: readonly RowClass[] = [...VERDICTS, 'none'];

export type SortKey = 'row' | 'text' | 'verdict' | 'probability';

export interface RowFilter {
  /** Empty: all of them. */
  readonly classes: ReadonlySet<RowClass>;
  readonly search: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
}

export const classOf = ({ verdict }: BatchRow): RowClass => verdict ?? 'none';

/** How many rows there are of each class. */
export function countByClass(rows: readonly BatchRow[]): Record<RowClass, number> {
  const counts = { malicious: 0, suspicious: 0, safe: 0, none: 0 };
  for (const row of rows) counts[classOf(row)] += 1;
  return counts;
}

const RANK: Readonly<Record<RowClass, number>> = { malicious: 3, suspicious: 2, safe: 1, none: 0 };

const COMPARE: Readonly<Record<SortKey, (a: BatchRow, b: BatchRow) => number>> = {
  row: (a, b) => a.row - b.row,
  // By code units: a hundred thousand comparisons by a language's rules take seconds.
  text: (a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)),
  verdict: (a, b) => RANK[classOf(a)] - RANK[classOf(b)],
  probability: (a, b) => (a.probability ?? -1) - (b.probability ?? -1),
};

/** The rows that pass the filter, in its order; equal ones stay in the file's order. */
export function visibleRows(rows: readonly BatchRow[], filter: RowFilter): readonly BatchRow[] {
  const { classes, search, sort, isDescending } = filter;
  const wanted = search.trim().toLowerCase();
  const passing = rows.filter(
    (row) =>
      (classes.size === 0 || classes.has(classOf(row))) &&
      (wanted === '' || row.text.toLowerCase().includes(wanted)),
  );
  if (sort === 'row' && !isDescending) return passing;
  const compare = COMPARE[sort];
  return passing.sort(isDescending ? (a, b) => compare(b, a) : compare);
}
