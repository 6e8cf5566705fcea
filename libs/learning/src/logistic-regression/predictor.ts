import type { Matrix } from '../dataset/matrix.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';

/** 1 / (1 + e^-x), without overflow. */
export function sigmoid(value: number): number {
  if (value >= 0) return 1 / (1 + Math.exp(-value));
  const power = Math.exp(value);
  return power / (1 + power);
}

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

function writeSoftmax(scores: Float64Array, out: Float32Array, at: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > largest) largest = score;
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    scores[index] = Math.exp(scores[index]! - largest);
    sum += scores[index]!;
  }
  for (let index = 0; index < scores.length; index++) out[at + index] = scores[index]! / sum;
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
