import type { Matrix } from '../dataset/matrix.js';
import { LearningError } from '../errors.js';
import { predictKnn } from '../knn/predictor.js';
import { predictLogisticRegression } from '../logistic-regression/predictor.js';
import type { FittedModel } from './fitted-model.js';
import { predictTrees } from './predict-trees.js';
import { PredictionScratch } from './prediction-scratch.js';

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
  if (model.algorithm === 'logistic-regression') predictLogisticRegression(model, matrix, out);
  else if (model.algorithm === 'knn') predictKnn(model, matrix, out);
  else predictTrees(model, matrix, out, scratch);
  return out;
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
