import { type Matrix, selectRows } from '../dataset/matrix.js';
import { LearningError } from '../errors.js';
import { classWeights } from '../weights/class-weights.js';
import type { Problem } from './problem.js';

/** A problem with one fold left out of training. */
export interface TrainingView {
  readonly problem: Problem;
  /** Original rows to train on: a row without weight is none, or a sample could be drawn that weighs nothing. */
  readonly originalRows: Int32Array;
  /** Training weight of each row; 0 where none of its originals is trained on. */
  readonly weights: Float64Array;
  /** Rows with training weight. */
  readonly activeRows: Int32Array;
  readonly classWeights: Float64Array;
  /** Rows to be scored: each distinct one among the fold's originals, once. */
  readonly validationRows: Int32Array;
  readonly validation: Matrix;
}

function indexesOfPositive(values: Float64Array | Uint8Array): Int32Array {
  const indexes: number[] = [];
  for (let index = 0; index < values.length; index++) if (values[index]! > 0) indexes.push(index);
  return Int32Array.from(indexes);
}

/** No fold left out. */
export const ALL_ROWS = -1;

/** The view that trains on every fold but `fold`, and is scored on that one. Throws `LEARN_TOO_FEW_ROWS`. */
export function trainingView(problem: Problem, fold: number): TrainingView {
  const { foldOf, rowOf, labels, classes } = problem;
  const weights = new Float64Array(labels.length);
  const isValidated = new Uint8Array(labels.length);
  const originalRows: number[] = [];
  for (let original = 0; original < rowOf.length; original++) {
    const row = rowOf[original]!;
    if (fold !== ALL_ROWS && foldOf[original] === fold) isValidated[row] = 1;
    else if (problem.originalWeights[original]! > 0) {
      weights[row]! += problem.originalWeights[original]!;
      originalRows.push(original);
    }
  }
  const activeRows = indexesOfPositive(weights);
  if (activeRows.length === 0)
    throw new LearningError('LEARN_TOO_FEW_ROWS', `none with weight is left without fold ${fold}`);
  const validationRows = indexesOfPositive(isValidated);
  return {
    problem,
    originalRows: Int32Array.from(originalRows),
    weights,
    activeRows,
    classWeights: classWeights(labels, weights, classes, problem.classWeighting),
    validationRows,
    validation: selectRows(problem.matrix, validationRows),
  };
}
