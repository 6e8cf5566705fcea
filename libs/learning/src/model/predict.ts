import type { Matrix } from '../dataset/matrix.js';
import { LearningError } from '../errors.js';
import { predictLogisticRegression } from '../logistic-regression/predictor.js';
import { addTreeScores } from '../tree/predictor.js';
import type { FittedModel } from './fitted-model.js';

/** Working memory of {@link predictProbabilities}, kept between batches so that scoring allocates nothing. */
export class PredictionScratch {
  private memory = new Float64Array(0);

  /** Zeroed space for `length` sums. */
  sums(length: number): Float64Array {
    if (this.memory.length < length) this.memory = new Float64Array(Math.max(length, this.memory.length * 2));
    const sums = this.memory.length === length ? this.memory : this.memory.subarray(0, length);
    return sums.fill(0);
  }
}

function writeTreeMeans(trees: number, sums: Float64Array, out: Float32Array): void {
  for (let index = 0; index < sums.length; index++) out[index] = sums[index]! / trees;
}

/**
 * Class probabilities of a whole batch, `rows` × `classes`, written to `out` (and returned).
 * Raw values go in; nothing is allocated per row, and with a kept `scratch` nothing per batch.
 * Throws `LEARN_FEATURES_MISMATCH` when the columns or `out` do not fit.
 */
export function predictProbabilities(
  model: FittedModel,
  matrix: Matrix,
  out: Float32Array = new Float32Array(matrix.rows * model.classes),
  scratch: PredictionScratch = new PredictionScratch(),
): Float32Array {
  const { rows, columns, values } = matrix;
  if (columns !== model.features || values.length < rows * columns) {
    throw new LearningError(
      'LEARN_FEATURES_MISMATCH',
      `${columns} columns, the model reads ${model.features}`,
    );
  }
  const length = rows * model.classes;
  if (out.length < length)
    throw new LearningError('LEARN_FEATURES_MISMATCH', `room for ${out.length} of ${length}`);
  switch (model.algorithm) {
    case 'decision-tree':
    case 'random-forest': {
      const sums = scratch.sums(length);
      addTreeScores(model.trees, model.classes, matrix, sums);
      writeTreeMeans(model.trees.roots.length, sums, out);
      return out;
    }
    case 'logistic-regression':
      predictLogisticRegression(model, matrix, out);
      return out;
  }
}

/** The most probable class of each row; the lowest index of equals. */
export function mostProbable(probabilities: Float32Array, classes: number, out: Int32Array): Int32Array {
  for (let row = 0; row < out.length; row++) {
    let best = 0;
    for (let index = 1; index < classes; index++) {
      if (probabilities[row * classes + index]! > probabilities[row * classes + best]!) best = index;
    }
    out[row] = best;
  }
  return out;
}
