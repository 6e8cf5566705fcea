import type { TrainingData } from '@weir/learning';
import { ExchangeError } from '../../errors.js';

/** Rows as the packages take them. */
export interface PlainRows {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** How often a row of this weight stands in the data. */
function repeats(weight: number, row: number): number {
  if (Number.isSafeInteger(weight)) return weight;
  throw new ExchangeError('EXCHANGE_ML_WEIGHTS', `row ${row} has weight ${weight}`);
}

/** Rows once weights are repetitions. Throws `EXCHANGE_ML_WEIGHTS`. */
export function countRows({ matrix, weights }: TrainingData): number {
  return weights ? weights.reduce((sum, weight, row) => sum + repeats(weight, row), 0) : matrix.rows;
}

/** A row of weight 2 stands there twice. Throws `EXCHANGE_ML_MISSING`, `EXCHANGE_ML_WEIGHTS`. */
export function plainRows({ matrix, labels, weights }: TrainingData): PlainRows {
  const { columns, values } = matrix;
  const rows: number[][] = [];
  const plainLabels: number[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    const plain = Array.from(values.subarray(row * columns, (row + 1) * columns));
    const missing = plain.findIndex(Number.isNaN);
    if (missing >= 0) throw new ExchangeError('EXCHANGE_ML_MISSING', `row ${row}, column ${missing}`);
    for (let copy = repeats(weights?.[row] ?? 1, row); copy > 0; copy--) {
      rows.push(plain);
      plainLabels.push(labels[row]!);
    }
  }
  return { rows, labels: plainLabels };
}
