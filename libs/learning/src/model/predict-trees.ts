import type { Matrix } from '../dataset/matrix.js';
import { sigmoid, writeSoftmax } from '../link/link.js';
import { addEnsembleScores } from '../prediction/add-ensemble-scores.js';
import type { AdaBoostModel, GradientBoostingModel, TreeModel } from './fitted-model.js';
import type { PredictionScratch } from './prediction-scratch.js';

/** From votes (`rows` × `classes`, each row summing to `totalWeight`) to probabilities, as scikit-learn's SAMME. */
export function writeVoteProbabilities(
  votes: Float64Array,
  totalWeight: number,
  classes: number,
  out: Float32Array | Float64Array,
): void {
  const scores = new Float64Array(classes);
  for (let at = 0; at < votes.length; at += classes) {
    for (let index = 0; index < classes; index++) {
      const decision = ((classes * votes[at + index]!) / totalWeight - 1) / (classes - 1);
      scores[index] = decision / (classes - 1);
    }
    writeSoftmax(scores, out, at);
  }
}

/** From log-odds (`rows` × `outputs`) to probabilities: one output is class 1 against class 0, k are one a class. */
export function writeLogOddsProbabilities(logOdds: Float64Array, outputs: number, out: Float32Array): void {
  if (outputs === 1) {
    for (let row = 0; row < logOdds.length; row++) {
      out[row * 2] = sigmoid(-logOdds[row]!);
      out[row * 2 + 1] = sigmoid(logOdds[row]!);
    }
    return;
  }
  for (let at = 0; at < logOdds.length; at += outputs) {
    writeSoftmax(logOdds.subarray(at, at + outputs), out, at);
  }
}

function predictAdaBoost(model: AdaBoostModel, matrix: Matrix, out: Float32Array, votes: Float64Array): void {
  addEnsembleScores(model.trees, model.classes, matrix, votes);
  const total = model.estimatorWeights.reduce((sum, weight) => sum + weight, 0);
  writeVoteProbabilities(votes, total, model.classes, out);
}

function predictBoosting(
  { base, trees }: GradientBoostingModel,
  matrix: Matrix,
  out: Float32Array,
  logOdds: Float64Array,
): void {
  for (let index = 0; index < logOdds.length; index++) logOdds[index] = base[index % base.length]!;
  addEnsembleScores(trees, base.length, matrix, logOdds);
  writeLogOddsProbabilities(logOdds, base.length, out);
}

/** Writes `rows` × `classes` probabilities. */
export function predictTrees(
  model: TreeModel,
  matrix: Matrix,
  out: Float32Array,
  scratch: PredictionScratch,
): void {
  if (model.algorithm === 'gradient-boosting') {
    predictBoosting(model, matrix, out, scratch.sums(matrix.rows * model.base.length));
    return;
  }
  const sums = scratch.sums(matrix.rows * model.classes);
  if (model.algorithm === 'adaboost') {
    predictAdaBoost(model, matrix, out, sums);
    return;
  }
  addEnsembleScores(model.trees, model.classes, matrix, sums);
  const trees = model.trees.roots.length;
  for (let index = 0; index < sums.length; index++) out[index] = sums[index]! / trees;
}
