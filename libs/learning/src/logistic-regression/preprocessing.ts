import type { Matrix } from '../dataset/matrix.js';

/** Mean imputation and standard scaling, as fitted on training rows. */
export interface Preprocessing {
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

/** A value on the model's scale. A missing value is the mean, so 0. */
export function scaledValue(preprocessing: Preprocessing, column: number, value: number): number {
  return Number.isNaN(value) ? 0 : (value - preprocessing.means[column]!) / preprocessing.scales[column]!;
}

/**
 * Weighted means of the values present, and standard deviations once missing values have taken the mean
 * (scikit-learn's SimpleImputer then StandardScaler). Constant columns scale by 1; a column without values has mean 0.
 */
export function fitPreprocessing(matrix: Matrix, rows: Int32Array, weights: Float64Array): Preprocessing {
  const { columns, values } = matrix;
  const means = new Float64Array(columns);
  const scales = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    let all = 0;
    let present = 0;
    let sum = 0;
    for (const row of rows) {
      const value = values[row * columns + column]!;
      all += weights[row]!;
      if (Number.isNaN(value)) continue;
      present += weights[row]!;
      sum += weights[row]! * value;
    }
    const mean = present > 0 ? sum / present : 0;
    let squares = 0;
    for (const row of rows) {
      const value = values[row * columns + column]!;
      if (!Number.isNaN(value)) squares += weights[row]! * (value - mean) ** 2;
    }
    const deviation = Math.sqrt(squares / all);
    means[column] = mean;
    // Rounding leaves a constant column a deviation of about 1e-16 of its size.
    scales[column] = deviation > 1e-10 * Math.max(1e-30, Math.abs(mean)) ? deviation : 1;
  }
  return { means, scales };
}
