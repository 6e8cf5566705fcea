import { LearningError } from '../errors.js';
import { assertMatrix, type Matrix, selectRows } from './matrix.js';

/** Rows to learn from. */
export interface TrainingData {
  readonly matrix: Matrix;
  /** One class index a row, 0 to `classes - 1`. */
  readonly labels: Int32Array;
  readonly classes: number;
  /** How much each row counts; 1 where absent. A weight of 2 is the same as the row standing there twice. */
  readonly weights?: Float64Array;
  /** Rows with the same group never stand on both sides of a split. */
  readonly groups?: Int32Array;
}

/** How many rows each class has. */
export function countClasses(labels: Int32Array, classes: number): Int32Array {
  const counts = new Int32Array(classes);
  for (const label of labels) counts[label]!++;
  return counts;
}

/** The given rows as training data of their own. */
export function selectData(data: TrainingData, rows: Int32Array): TrainingData {
  return {
    matrix: selectRows(data.matrix, rows),
    labels: rows.map((row) => data.labels[row]!),
    classes: data.classes,
    ...(data.weights && { weights: Float64Array.from(rows, (row) => data.weights![row]!) }),
    ...(data.groups && { groups: rows.map((row) => data.groups![row]!) }),
  };
}

function assertLengths(data: TrainingData): void {
  const { rows } = data.matrix;
  for (const [name, part] of Object.entries({
    labels: data.labels,
    weights: data.weights,
    groups: data.groups,
  })) {
    if (part && part.length !== rows) {
      throw new LearningError('LEARN_MATRIX_SHAPE', `${part.length} ${name} for ${rows} rows`);
    }
  }
}

/**
 * Checks everything a learner relies on.
 * Throws `LEARN_MATRIX_EMPTY`, `LEARN_MATRIX_SHAPE`, `LEARN_VALUE_INFINITE`, `LEARN_LABEL_INVALID`,
 * `LEARN_WEIGHT_INVALID` or `LEARN_ONE_CLASS`.
 */
export function assertTrainingData(data: TrainingData): void {
  assertMatrix(data.matrix);
  assertLengths(data);
  if (!Number.isSafeInteger(data.classes) || data.classes < 2) {
    throw new LearningError('LEARN_LABEL_INVALID', `${data.classes} classes`);
  }
  data.labels.forEach((label, row) => {
    if (label < 0 || label >= data.classes)
      throw new LearningError('LEARN_LABEL_INVALID', `row ${row}: ${label}`);
  });
  data.weights?.forEach((weight, row) => {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new LearningError('LEARN_WEIGHT_INVALID', `row ${row}: ${weight}`);
    }
  });
  const present = new Set<number>();
  data.labels.forEach((label, row) => {
    if ((data.weights?.[row] ?? 1) > 0) present.add(label);
  });
  const total = data.weights?.reduce((sum, weight) => sum + weight, 0) ?? 0;
  if (total === Number.POSITIVE_INFINITY)
    throw new LearningError('LEARN_WEIGHT_INVALID', 'the weights sum to more than a number can hold');
  if (present.size === 0) throw new LearningError('LEARN_WEIGHT_INVALID', 'every weight is 0');
  if (present.size === 1) throw new LearningError('LEARN_ONE_CLASS', `class ${[...present][0]}`);
}
