import type { TrainingView } from '../algorithm/training-view.js';
import { type Matrix, selectRows } from '../dataset/matrix.js';
import { chooseDonors } from './choose-donors.js';
import { type KnnImputer, RowImputer } from './knn-imputer.js';
import { columnMeans, fitScaling, type RowSelection, type Scaling } from './standard-scaler.js';

/**
 * What a row goes through before a distance- or linear-based model reads it: missing values are imputed, then each
 * column is scaled. Without `imputer` a missing value takes the column's mean, which is 0 once scaled.
 */
export interface Preprocessing extends Scaling {
  readonly imputer?: KnnImputer;
}

/** `mean`: the column's mean. `knn`: see `RowImputer`. */
export type Imputation = 'knn' | 'mean';

export const DEFAULT_IMPUTATION: Imputation = 'knn';

/** Preprocessing with the training rows it was fitted on, imputed but not scaled. */
export interface FittedPreprocessing {
  readonly preprocessing: Preprocessing;
  /** The view's active rows in their order. With mean imputation, missing values are still `NaN`. */
  readonly training: RowSelection;
}

/** Rows imputed between two yields. */
const ROWS_A_STEP = 128;

function isIncomplete({ values, columns, rows }: RowSelection, index: number): boolean {
  const from = rows[index]! * columns;
  for (let column = 0; column < columns; column++) if (Number.isNaN(values[from + column]!)) return true;
  return false;
}

/** The selection with no value missing: itself where that is so, else a copy. Yields between blocks of rows. */
function* completeRows(selection: RowSelection, imputer: KnnImputer): Generator<undefined, RowSelection> {
  const { values, columns, rows } = selection;
  let copy: Float32Array | undefined;
  let rowImputer: RowImputer | undefined;
  let imputed = 0;
  for (let index = 0; index < rows.length; index++) {
    if (!isIncomplete(selection, index)) continue;
    copy ??= Float32Array.from(selectRows({ rows: rows.length, columns, values }, rows).values);
    rowImputer ??= new RowImputer(imputer);
    rowImputer.impute(copy, index * columns, copy, index * columns);
    if (++imputed % ROWS_A_STEP === 0) yield;
  }
  return copy ? { values: copy, columns, rows: rows.map((_, index) => index) } : selection;
}

/**
 * The matrix as a model's imputer completes it (itself where nothing is missing, or where means are taken, which is
 * left to the model). Yields between blocks of rows.
 */
export function* imputedMatrix({ imputer }: Preprocessing, matrix: Matrix): Generator<undefined, Matrix> {
  if (!imputer) return matrix;
  const rows = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  const { values } = yield* completeRows({ values: matrix.values, columns: matrix.columns, rows }, imputer);
  return { ...matrix, values };
}

/** Fits imputation and scaling on a view's training rows alone. Yields where it may be stopped. */
export function* fitPreprocessing(
  view: TrainingView,
  imputation: Imputation,
): Generator<undefined, FittedPreprocessing> {
  const { matrix } = view.problem;
  const weights = Float64Array.from(view.activeRows, (row) => view.weights[row]!);
  const raw: RowSelection = { values: matrix.values, columns: matrix.columns, rows: view.activeRows };
  if (imputation === 'mean') return { preprocessing: fitScaling(raw, weights), training: raw };
  const donors = chooseDonors(view);
  const imputer: KnnImputer = {
    kind: 'knn',
    donors: Float32Array.from(selectRows(matrix, donors).values),
    weights: Float64Array.from(donors, (row) => view.weights[row]!),
    means: columnMeans(raw, weights),
  };
  yield;
  const training = yield* completeRows(raw, imputer);
  return { preprocessing: { imputer, ...fitScaling(training, weights) }, training };
}

/** A value on the model's scale. A missing value is the mean, so 0. */
export function scaledValue({ means, scales }: Scaling, column: number, value: number): number {
  return Number.isNaN(value) ? 0 : (value - means[column]!) / scales[column]!;
}
