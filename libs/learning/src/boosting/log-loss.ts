import { exponential } from '../link/exponential.js';
import { sigmoid, writeSoftmax } from '../link/link.js';

/** Weighted rows with their classes and scores: what the loss is taken of. */
export interface ScoredRows {
  readonly labels: Int32Array;
  /** Weight of each class against the others. */
  readonly classWeights: Float64Array;
  /** Log-odds of each row and output: `rows` × `outputs`. */
  readonly scores: Float64Array;
}

/** Scores before the first tree: the log-odds of the classes' weights, out of which a class without rows has none. */
export function baseScores(classTotals: Float64Array): Float64Array {
  const all = classTotals.reduce((sum, total) => sum + total, 0);
  const share = (total: number) => Math.max(total / all, 1e-10);
  if (classTotals.length === 2) {
    return Float64Array.of(Math.log(share(classTotals[1]!) / share(classTotals[0]!)));
  }
  return classTotals.map((total) => Math.log(share(total)));
}

/** Sums over rows: of the gradients' sizes, and of the second derivatives. */
export interface DerivativeSums {
  readonly gradients: number;
  readonly hessians: number;
}

/** Writes negative gradient and second derivative of the log loss of two classes, for each of `rows`. */
export function writeBinaryDerivatives(
  { labels, classWeights, scores }: ScoredRows,
  weights: Float64Array,
  rows: Int32Array,
  out: Float64Array,
): DerivativeSums {
  let gradients = 0;
  let hessians = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const label = labels[row]!;
    const weight = weights[row]! * classWeights[label]!;
    const probability = 1 / (1 + exponential(-scores[row]!));
    const gradient = weight * (label - probability);
    const hessian = weight * probability * (1 - probability);
    out[row * 2] = gradient;
    out[row * 2 + 1] = hessian;
    gradients += Math.abs(gradient);
    hessians += hessian;
  }
  return { gradients, hessians };
}

/** As for two classes, for one output of several; `probabilities` is `rows` × `outputs`. */
export function writeClassDerivatives(
  { labels, classWeights }: ScoredRows,
  probabilities: Float64Array,
  output: number,
  weights: Float64Array,
  rows: Int32Array,
  out: Float64Array,
): DerivativeSums {
  const outputs = classWeights.length;
  let gradients = 0;
  let hessians = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const label = labels[row]!;
    const weight = weights[row]! * classWeights[label]!;
    const probability = probabilities[row * outputs + output]!;
    const gradient = weight * ((label === output ? 1 : 0) - probability);
    const hessian = weight * probability * (1 - probability);
    out[row * 2] = gradient;
    out[row * 2 + 1] = hessian;
    gradients += Math.abs(gradient);
    hessians += hessian;
  }
  return { gradients, hessians };
}

/** Writes the softmax of each of `rows`. */
export function writeProbabilities(
  scores: Float64Array,
  outputs: number,
  rows: Int32Array,
  out: Float64Array,
): void {
  const own = new Float64Array(outputs);
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index]! * outputs;
    for (let each = 0; each < outputs; each++) own[each] = scores[from + each]!;
    writeSoftmax(own, out, from);
  }
}

/** Class probabilities of `rows`, one after another: `rows` × classes. */
export function probabilitiesOf(
  scores: Float64Array,
  base: Float64Array,
  rows: Int32Array,
): Float64Array<ArrayBuffer> {
  if (base.length === 1) {
    const out = new Float64Array(rows.length * 2);
    rows.forEach((row, index) => {
      out[index * 2] = sigmoid(-scores[row]!);
      out[index * 2 + 1] = sigmoid(scores[row]!);
    });
    return out;
  }
  const out = new Float64Array(rows.length * base.length);
  rows.forEach((row, index) => {
    const own = scores.slice(row * base.length, (row + 1) * base.length);
    writeSoftmax(own, out, index * base.length);
  });
  return out;
}
