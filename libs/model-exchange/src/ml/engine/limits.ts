import { ExchangeError } from '../../errors.js';

/**
 * ml-cart compares every row with every split it tries, and tries one at nearly every row: the time of a tree grows
 * with rows² × columns. Each of these steps took 40 to 80 ns on one core (on nothing but noise, which grows the deepest
 * trees, up to 260): this many take half a minute, 4,000 rows × 30 columns for one tree.
 */
export const MOST_STEPS = 5e8;

/** ml-knn keeps a list of numbers a row and a k-d tree of them, which its JSON repeats: 0.4 GB and 5 s for this many. */
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
