import type { NumberRows, RowScores } from '@weir/contracts';

/** Rows of the same columns as one. */
export function joinRows(all: readonly NumberRows[]): NumberRows {
  const [first] = all;
  if (first === undefined) throw new RangeError('there are no rows to join');
  if (all.length === 1) return first;
  const rows = all.reduce((sum, each) => sum + each.rows, 0);
  const values = new Float32Array(rows * first.columns.length);
  let at = 0;
  for (const each of all) {
    values.set(each.values, at);
    at += each.values.length;
  }
  return { columns: first.columns, rows, values };
}

/** The scores of each part of what was joined. */
export function splitScores(scores: RowScores, all: readonly NumberRows[]): RowScores[] {
  if (all.length === 1) return [scores];
  let from = 0;
  return all.map(({ rows }) => {
    const to = from + rows;
    const part = {
      ...scores,
      rows,
      probabilities: scores.probabilities.subarray(from, to),
      classes: scores.classes.subarray(from, to),
      verdicts: scores.verdicts.subarray(from, to),
    };
    from = to;
    return part;
  });
}
