import type { Matrix } from '../dataset/matrix.js';
import { sigmoid, writeSoftmax } from '../link/link.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';

/** The linear score of one output for the row that begins at `start`. */
export function linearScore(
  model: LogisticRegressionModel,
  values: Float32Array,
  start: number,
  output: number,
): number {
  const { means, scales, coefficients, features } = model;
  const from = output * features;
  let score = model.intercepts[output]!;
  for (let column = 0; column < features; column++) {
    const value = values[start + column]!;
    // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN; a missing value is the mean, so adds 0
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
  if (model.intercepts.length === 1) {
    for (let row = 0; row < rows; row++) {
      const score = linearScore(model, values, row * columns, 0);
      out[row * 2] = sigmoid(-score);
      out[row * 2 + 1] = sigmoid(score);
    }
    return;
  }
  const scores = new Float64Array(model.classes);
  for (let row = 0; row < rows; row++) {
    for (let output = 0; output < scores.length; output++) {
      scores[output] = linearScore(model, values, row * columns, output);
    }
    writeSoftmax(scores, out, row * model.classes);
  }
}
