import { sigmoid } from '../link/link.js';
import type { Objective } from './lbfgs.js';

/** Scaled rows with the weight (row × class weight) each carries. */
export interface Design {
  /** `rows` × `features`. */
  readonly values: Float64Array;
  readonly rows: number;
  readonly features: number;
  readonly labels: Int32Array;
  readonly weights: Float64Array;
  readonly classes: number;
}

function scoreOf(design: Design, row: number, point: Float64Array, output: number): number {
  const { values, features } = design;
  const from = row * features;
  const at = output * (features + 1);
  let score = point[at + features]!;
  for (let column = 0; column < features; column++) score += values[from + column]! * point[at + column]!;
  return score;
}

function addGradient(
  design: Design,
  row: number,
  factor: number,
  gradient: Float64Array,
  output: number,
): void {
  const { values, features } = design;
  const from = row * features;
  const at = output * (features + 1);
  for (let column = 0; column < features; column++) gradient[at + column]! += factor * values[from + column]!;
  gradient[at + features]! += factor;
}

function addPenalty(design: Design, strength: number, point: Float64Array, gradient: Float64Array): number {
  let squares = 0;
  for (let index = 0; index < point.length; index++) {
    if (index % (design.features + 1) === design.features) continue;
    squares += point[index]! ** 2;
    gradient[index]! += strength * point[index]!;
  }
  return (strength * squares) / 2;
}

/** Two classes: one linear score, the log-odds of class 1. */
function binaryLoss(design: Design, point: Float64Array, gradient: Float64Array, total: number): number {
  let loss = 0;
  for (let row = 0; row < design.rows; row++) {
    const score = scoreOf(design, row, point, 0);
    const isOne = design.labels[row] === 1;
    const weight = design.weights[row]! / total;
    const margin = isOne ? score : -score;
    loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
    addGradient(design, row, weight * (sigmoid(score) - (isOne ? 1 : 0)), gradient, 0);
  }
  return loss;
}

function multinomialLoss(design: Design, point: Float64Array, gradient: Float64Array, total: number): number {
  const { classes } = design;
  const scores = new Float64Array(classes);
  let loss = 0;
  for (let row = 0; row < design.rows; row++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let output = 0; output < classes; output++) {
      scores[output] = scoreOf(design, row, point, output);
      top = Math.max(top, scores[output]!);
    }
    const sum = scores.reduce((all, score) => all + Math.exp(score - top), 0);
    const weight = design.weights[row]! / total;
    const label = design.labels[row]!;
    loss += weight * (Math.log(sum) + top - scores[label]!);
    for (let output = 0; output < classes; output++) {
      const residual = Math.exp(scores[output]! - top) / sum - (output === label ? 1 : 0);
      addGradient(design, row, weight * residual, gradient, output);
    }
  }
  return loss;
}

/**
 * Mean weighted log loss plus ‖w‖² / (2 C Σweights), the intercepts (last of each output's parameters) free:
 * scikit-learn's C. Parameters: `outputs` × (`features` + 1).
 */
export function penalisedLogLoss(design: Design, C: number): Objective {
  const total = design.weights.reduce((sum, weight) => sum + weight, 0);
  const lossOf = design.classes === 2 ? binaryLoss : multinomialLoss;
  return (point, gradient) => {
    gradient.fill(0);
    const loss = lossOf(design, point, gradient, total);
    return loss + addPenalty(design, 1 / (C * total), point, gradient);
  };
}
