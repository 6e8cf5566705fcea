import { WeirError } from '@weir/platform';
import type { InputRow, RowInput } from '../input/row-input.js';
import { readNumber, readText } from './cell.js';
import type { ScoringPlan } from './columns.js';

/** A row's values as inference takes them, in the schema's order. Throws `WEIR_DATA_VALUE`. */
export function featuresOf(
  { cells, where }: InputRow,
  { columns, indexes }: Extract<ScoringPlan, { kind: 'features' }>,
): (number | null)[] {
  return columns.map((column, each) => readNumber(cells[indexes[each] ?? -1], column, where));
}

export function urlOf({ cells, where }: InputRow, plan: Extract<ScoringPlan, { kind: 'url' }>): string {
  return readText(cells[plan.index], plan.column, where);
}

/** Reads every row once, so that a fault in the last is known before the first is answered. Gives their number. */
export async function checkRows(input: RowInput, plan: ScoringPlan): Promise<number> {
  let rows = 0;
  for await (const row of input.rows({ lines: true })) {
    if (plan.kind === 'url') urlOf(row, plan);
    else featuresOf(row, plan);
    rows += 1;
  }
  if (rows === 0) throw new WeirError('WEIR_DATA_EMPTY', 'There is a header line but no row');
  return rows;
}
