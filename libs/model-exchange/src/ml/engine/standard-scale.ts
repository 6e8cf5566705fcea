import type { TrainingData } from '@weir/learning';

export interface Scale {
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

/** Below this share of the mean a deviation is rounding: the column is constant. */
const ROUNDING = 1e-10;

/** Weighted means and standard deviations (of the population); a constant column has scale 1. No missing values. */
export function standardScale({ matrix, weights }: TrainingData): Scale {
  const { rows, columns, values } = matrix;
  const means = new Float64Array(columns);
  const scales = new Float64Array(columns);
  const weightOf = (row: number) => weights?.[row] ?? 1;
  let total = 0;
  for (let row = 0; row < rows; row++) total += weightOf(row);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++)
      means[column]! += (weightOf(row) * values[row * columns + column]!) / total;
    let variance = 0;
    for (let row = 0; row < rows; row++)
      variance += (weightOf(row) * (values[row * columns + column]! - means[column]!) ** 2) / total;
    const deviation = Math.sqrt(variance);
    scales[column] = deviation > ROUNDING * Math.abs(means[column]!) ? deviation : 1;
  }
  return { means, scales };
}

export function noScale(columns: number): Scale {
  return { means: new Float64Array(columns), scales: new Float64Array(columns).fill(1) };
}
