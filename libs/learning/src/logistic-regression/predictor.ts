import type { Matrix } from '../dataset/matrix.js';
import { sigmoid, writeSoftmax } from '../link/link.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';
import { preprocessorOf } from '../preprocessing/row-preprocessor.js';

/** The linear score of one output for an imputed row; what is still `NaN` takes the mean, so adds nothing. */
export function linearScore(model: LogisticRegressionModel, row: Float32Array, output: number): number {
  const { means, scales, coefficients, features } = model;
  const from = output * features;
  let score = model.intercepts[output]!;
  for (let column = 0; column < features; column++) {
    const value = row[column]!;
    // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN in a loop over every value
    if (value === value) score += (coefficients[from + column]! * (value - means[column]!)) / scales[column]!;
  }
  return score;
}

/** Writes `rows` × `classes` probabilities. */
export function predictLogisticRegression(
  model: LogisticRegressionModel,
  matrix: Matrix,
  out: Float32Array,
): void {
  const { rows, columns, values } = matrix;
  const preprocessor = preprocessorOf(model);
  const scores = new Float64Array(model.classes);
  for (let row = 0; row < rows; row++) {
    const imputed = preprocessor.imputed(values, row * columns);
    if (model.intercepts.length === 1) {
      const score = linearScore(model, imputed, 0);
      out[row * 2] = sigmoid(-score);
      out[row * 2 + 1] = sigmoid(score);
      continue;
    }
    for (let output = 0; output < scores.length; output++)
      scores[output] = linearScore(model, imputed, output);
    writeSoftmax(scores, out, row * model.classes);
  }
}
