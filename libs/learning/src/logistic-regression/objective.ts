import { type Design, outputsOf } from './design.js';
import type { Objective } from './lbfgs.js';

function scoreOf(design: Design, row: number, point: Float64Array, output: number): number {
  const { values, features } = design;
  const from = row * features;
  const at = output * (features + 1);
  // Two chains of additions: one would wait for itself.
  let even = point[at + features]!;
  let odd = 0;
  let column = 0;
  for (; column + 1 < features; column += 2) {
    even += values[from + column]! * point[at + column]!;
    odd += values[from + column + 1]! * point[at + column + 1]!;
  }
  if (column < features) even += values[from + column]! * point[at + column]!;
  return even + odd;
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

type Loss = (
  design: Design,
  point: Float64Array,
  gradient: Float64Array,
  probabilities: Float64Array,
  total: number,
) => number;

const binaryLoss: Loss = (design, point, gradient, probabilities, total) => {
  const { rows, labels, weights } = design;
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const score = scoreOf(design, row, point, 0);
    const power = Math.exp(-Math.abs(score));
    const probability = score >= 0 ? 1 / (1 + power) : power / (1 + power);
    probabilities[row] = probability;
    const isOne = labels[row] === 1;
    const weight = weights[row]! / total;
    loss += weight * (Math.log(1 + power) + Math.max(0, isOne ? -score : score));
    addGradient(design, row, weight * (probability - (isOne ? 1 : 0)), gradient, 0);
  }
  return loss;
};

const multinomialLoss: Loss = (design, point, gradient, probabilities, total) => {
  const { classes, rows, labels, weights } = design;
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * classes;
    let top = Number.NEGATIVE_INFINITY;
    for (let output = 0; output < classes; output++) {
      const score = scoreOf(design, row, point, output);
      probabilities[at + output] = score;
      if (score > top) top = score;
    }
    const own = probabilities[at + labels[row]!]!;
    let sum = 0;
    for (let output = 0; output < classes; output++) {
      probabilities[at + output] = Math.exp(probabilities[at + output]! - top);
      sum += probabilities[at + output]!;
    }
    const weight = weights[row]! / total;
    loss += weight * (Math.log(sum) + top - own);
    for (let output = 0; output < classes; output++) {
      probabilities[at + output]! /= sum;
      const residual = probabilities[at + output]! - (output === labels[row] ? 1 : 0);
      addGradient(design, row, weight * residual, gradient, output);
    }
  }
  return loss;
};

/** Sum of the weights, by which the loss is divided. */
export function totalWeight(design: Design): number {
  return design.weights.reduce((sum, weight) => sum + weight, 0);
}

/** Strength of the penalty beside the mean loss: scikit-learn's C counts the summed loss. */
export function penaltyOf(design: Design, C: number): number {
  return 1 / (C * totalWeight(design));
}

/**
 * Mean weighted log loss plus ‖w‖² / (2 C Σweights), the intercepts (last of each output's parameters) free.
 * Parameters: outputs × (`features` + 1). Leaves each row's probabilities (rows × outputs) in `probabilities`.
 */
export function penalisedLogLoss(
  design: Design,
  C: number,
  probabilities = new Float64Array(design.rows * outputsOf(design.classes)),
): Objective {
  const total = totalWeight(design);
  const lossOf = design.classes === 2 ? binaryLoss : multinomialLoss;
  return (point, gradient) => {
    gradient.fill(0);
    const loss = lossOf(design, point, gradient, probabilities, total);
    return loss + addPenalty(design, 1 / (C * total), point, gradient);
  };
}
