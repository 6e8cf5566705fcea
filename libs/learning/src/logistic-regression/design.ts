import type { TrainingView } from '../algorithm/training-view.js';
import { type FittedPreprocessing, scaledValue } from '../preprocessing/preprocessing.js';

/** Scaled rows with the weight (row × class weight) each carries. */
export interface Design {
  /** `rows` × `features`. */
  readonly values: Float64Array | Float32Array;
  readonly rows: number;
  readonly features: number;
  readonly labels: Int32Array;
  readonly weights: Float64Array;
  readonly classes: number;
}

/** Values above which 32 bits have to do: 64 would take more than 128 MB, and the optimum moves by 1e-8. */
const MAX_DOUBLES = 2 ** 24;

/** Linear scores of a design: one for two classes (the log-odds of class 1), else one a class. */
export function outputsOf(classes: number): number {
  return classes === 2 ? 1 : classes;
}

/** The training rows as their fitted preprocessing leaves them. */
export function designOf(view: TrainingView, { preprocessing, training }: FittedPreprocessing): Design {
  const { labels, classes } = view.problem;
  const { activeRows, weights, classWeights } = view;
  const { columns, rows } = training;
  const length = rows.length * columns;
  const values = length > MAX_DOUBLES ? new Float32Array(length) : new Float64Array(length);
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index]! * columns;
    for (let column = 0; column < columns; column++) {
      values[index * columns + column] = scaledValue(preprocessing, column, training.values[from + column]!);
    }
  }
  return {
    values,
    rows: rows.length,
    features: columns,
    labels: activeRows.map((row) => labels[row]!),
    weights: Float64Array.from(activeRows, (row) => weights[row]! * classWeights[labels[row]!]!),
    classes,
  };
}
