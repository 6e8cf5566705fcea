import { type FittedModel, type Matrix, mostProbable, predictProbabilities } from '@weir/learning';

/** A matrix as lists of numbers. */
export function listsOf({ rows, columns, values }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}

/** The class a model finds most probable for each row. */
export function labelsOf(model: FittedModel, matrix: Matrix): number[] {
  return Array.from(
    mostProbable(predictProbabilities(model, matrix), model.classes, new Int32Array(matrix.rows)),
  );
}
