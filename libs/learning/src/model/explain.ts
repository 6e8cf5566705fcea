import { treeExplainerOf } from '../attribution/tree-explainer.js';
import { LearningError } from '../errors.js';
import { explainKnn } from '../knn/explain.js';
import { explainLinear } from '../logistic-regression/explain.js';
import type { FittedModel, TreeModel } from './fitted-model.js';

/** A row's score, taken apart. `score = base + Σ contributions`. */
export interface Explanation {
  /** The score where nothing is known of the row. */
  readonly base: number;
  /**
   * The row's score for the class: a tree's, forest's or KNN's probability; logistic regression's and boosting's
   * log-odds and AdaBoost's decision function, log-odds too (k > 2: the class's score that softmax reads, AdaBoost's
   * times k − 1).
   */
  readonly score: number;
  /** One a column, in the score's unit. */
  readonly contributions: Float64Array;
}

function assertColumns(model: FittedModel, row: Float32Array): void {
  if (row.length === model.features) return;
  throw new LearningError(
    'LEARN_FEATURES_MISMATCH',
    `${row.length} columns, the model reads ${model.features}`,
  );
}

function explainTrees(model: TreeModel, row: Float32Array, positive: number, byPath: boolean): Explanation {
  const explainer = treeExplainerOf(model, positive);
  const contributions = new Float64Array(model.features);
  if (byPath) explainer.addPathContributions(row, contributions);
  else explainer.addShapleyValues(row, contributions);
  const { base } = explainer;
  return { base, score: contributions.reduce((sum, each) => sum + each, base), contributions };
}

function explainRow(model: FittedModel, row: Float32Array, positive: number, byPath: boolean): Explanation {
  assertColumns(model, row);
  if (model.algorithm === 'logistic-regression') return explainLinear(model, row, positive);
  if (model.algorithm === 'knn') return explainKnn(model, row, positive);
  return explainTrees(model, row, positive, byPath);
}

/**
 * Takes one row's score for class `positive` (1 where not said) apart by column. Trees: exact Shapley values (TreeSHAP,
 * Lundberg et al. 2020, path-dependent), at a cost that grows with leaves × depth: see {@link explainByPath}.
 * Throws `LEARN_FEATURES_MISMATCH` when the row has another number of columns than the model reads.
 */
export function explainScore(model: FittedModel, row: Float32Array, positive = 1): Explanation {
  return explainRow(model, row, positive, false);
}

/**
 * As {@link explainScore}, but trees by path contributions, which cost about a prediction and sum to the same score:
 * each split credits its column with the change of the mean from node to child (Saabas 2014).
 */
export function explainByPath(model: FittedModel, row: Float32Array, positive = 1): Explanation {
  return explainRow(model, row, positive, true);
}

/** The contributions alone, of {@link explainScore}: one a column, summing to score − base. */
export function explain(model: FittedModel, row: Float32Array, positive = 1): Float64Array {
  return explainScore(model, row, positive).contributions;
}
