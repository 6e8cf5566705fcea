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

/**
 * Mean weighted log loss of a design: its value, gradient and each row's probabilities at one point at a time. Asked
 * again where it was asked last, it need not look at the rows: a path of penalties begins each at the end of another.
 */
export class LogLoss {
  /** Rows × outputs. */
  readonly probabilities: Float64Array;
  /** Sum of the weights, by which the loss is divided. */
  readonly total: number;
  private readonly gradient: Float64Array;
  private readonly point: Float64Array;
  private value = Number.NaN;

  constructor(readonly design: Design) {
    const outputs = outputsOf(design.classes);
    this.probabilities = new Float64Array(design.rows * outputs);
    this.total = design.weights.reduce((sum, weight) => sum + weight, 0);
    this.gradient = new Float64Array(outputs * (design.features + 1));
    this.point = new Float64Array(this.gradient.length).fill(Number.NaN);
  }

  /** Goes to a point. */
  moveTo(point: Float64Array): void {
    if (point.every((each, index) => each === this.point[index])) return;
    this.point.set(point);
    this.gradient.fill(0);
    const lossOf = this.design.classes === 2 ? binaryLoss : multinomialLoss;
    this.value = lossOf(this.design, point, this.gradient, this.probabilities, this.total);
  }

  /** Strength of the penalty beside the mean loss: scikit-learn's C counts the summed loss. */
  penalty(C: number): number {
    return 1 / (C * this.total);
  }

  /**
   * The loss plus ‖w‖² / (2 C Σweights), the intercepts (last of each output's parameters) free.
   * Parameters: outputs × (`features` + 1).
   */
  penalised(C: number): Objective {
    const { features } = this.design;
    const strength = this.penalty(C);
    return (point, gradient) => {
      this.moveTo(point);
      gradient.set(this.gradient);
      let squares = 0;
      for (let index = 0; index < point.length; index++) {
        if (index % (features + 1) === features) continue;
        squares += point[index]! ** 2;
        gradient[index]! += strength * point[index]!;
      }
      return this.value + (strength * squares) / 2;
    };
  }
}
