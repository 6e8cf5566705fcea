import { ExchangeError } from '../../errors.js';

/**
 * ml-cart compares every row with every split it tries, and tries one at nearly every row: the time of a tree grows
 * with rows² × columns. Measured at 25 to 60 ns for each of these steps on one core of 2.x GHz, this is under a minute.
 */
export const MOST_STEPS = 1e9;

/** ml-knn keeps a list of numbers a row, and a k-d tree of them. */
export const MOST_VALUES = 2e6;

/** Throws `EXCHANGE_ML_LIMIT` where growing `trees` trees would take more than about a minute. */
export function assertTreesAffordable(rows: number, columns: number, trees: number): void {
  const steps = rows * rows * columns * trees;
  if (steps > MOST_STEPS) {
    throw new ExchangeError(
      'EXCHANGE_ML_LIMIT',
      `${rows}² rows × ${columns} columns × ${trees} trees is ${steps.toExponential(1)}, above ${MOST_STEPS.toExponential(0)}`,
    );
  }
}

/** Throws `EXCHANGE_ML_LIMIT` where ml-knn would hold too much. */
export function assertNeighboursAffordable(rows: number, columns: number): void {
  if (rows * columns > MOST_VALUES) {
    throw new ExchangeError(
      'EXCHANGE_ML_LIMIT',
      `${rows} rows × ${columns} columns is above ${MOST_VALUES.toExponential(0)} values`,
    );
  }
}
