import type { Matrix } from '@weir/learning';
import { ExchangeError } from '../../errors.js';
import type { MlKnnJson } from '../json/ml-json.js';
import type { KnnModel } from '../knn-model.js';
import { jsonOf, KNN } from '../packages/packages.js';

/** ml-knn's JSON, and what a row goes through before it; `load` ignores the latter. */
export interface ScaledMlKnnJson extends MlKnnJson {
  readonly preprocessing: { readonly means: readonly number[]; readonly scales: readonly number[] };
}

/** Throws `EXCHANGE_ML_WEIGHTS`. */
function assertEqualVotes({ neighbourWeights, weights }: KnnModel): void {
  if (neighbourWeights !== 'uniform')
    throw new ExchangeError('EXCHANGE_ML_WEIGHTS', `neighbours count by ${neighbourWeights}`);
  const broken = weights.findIndex((weight) => !Number.isSafeInteger(weight));
  if (broken >= 0) throw new ExchangeError('EXCHANGE_ML_WEIGHTS', `row ${broken} weighs ${weights[broken]}`);
}

/**
 * The model as ml-knn 3.0.0's KNN loads it. Its points are scaled, and ml-knn scales nothing: give it rows that went
 * through {@link scaledForMl}, or the same arithmetic with `preprocessing`. It finds our neighbours; ties are settled
 * otherwise there (see `importKnn`). A row of weight 2 stands there twice. Throws `EXCHANGE_ML_WEIGHTS`.
 */
export function exportMlKnn(model: KnnModel): ScaledMlKnnJson {
  assertEqualVotes(model);
  const { features, rows, labels, weights, k } = model;
  const points: number[][] = [];
  const classes: number[] = [];
  labels.forEach((label, row) => {
    const point = Array.from(rows.subarray(row * features, (row + 1) * features));
    for (let copy = 0; copy < weights[row]!; copy++) {
      points.push(point);
      classes.push(label);
    }
  });
  const json = jsonOf(new KNN(points, classes, { k })) as MlKnnJson;
  return {
    ...json,
    preprocessing: { means: Array.from(model.means), scales: Array.from(model.scales) },
  };
}

/** Rows on the model's scale, as lists, for ml-knn. Throws `EXCHANGE_ML_MISSING`. */
export function scaledForMl(
  { means, scales }: { readonly means: ArrayLike<number>; readonly scales: ArrayLike<number> },
  matrix: Matrix,
): number[][] {
  const { rows, columns, values } = matrix;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const value = values[row * columns + column]!;
      if (Number.isNaN(value)) throw new ExchangeError('EXCHANGE_ML_MISSING', `row ${row}, column ${column}`);
      // 32 bits, as our own points and rows have.
      return Math.fround((value - means[column]!) / scales[column]!);
    }),
  );
}
