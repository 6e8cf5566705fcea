import { LearningError } from '../errors.js';
import { explainKnn } from '../knn/explain.js';
import { explainLinear } from '../logistic-regression/explain.js';
import type { FittedModel, TreeModel } from './fitted-model.js';

/** A row's score, taken apart. `score = base + Σ contributions`. */
export interface Explanation {
  /** The score where nothing is known of the row. */
  readonly base: number;
  /** The row's score: a tree model's probability of the class, logistic regression's log-odds (k > 2: linear score). */
  readonly score: number;
  /** One a column, in the score's unit. */
  readonly contributions: Float64Array;
}

/**
 * Path contributions: each split credits its column with the change of the class's share from node to child,
 * averaged over the trees (Saabas 2014; also Palczewska et al. 2013, "Interpreting random forests").
 */
function explainTrees(model: TreeModel, row: Float32Array, positive: number): Explanation {
  const { roots, feature, threshold, missingLeft, left, right, values } = model.trees;
  const contributions = new Float64Array(model.features);
  let base = 0;
  let score = 0;
  for (const root of roots) {
    let node = root;
    let share = values[node * model.classes + positive]!;
    base += share;
    for (let column = feature[node]!; column >= 0; column = feature[node]!) {
      const value = row[column]!;
      const goesLeft = Number.isNaN(value) ? missingLeft[node] === 1 : value <= threshold[node]!;
      node = goesLeft ? left[node]! : right[node]!;
      const next = values[node * model.classes + positive]!;
      contributions[column]! += next - share;
      share = next;
    }
    score += share;
  }
  const trees = roots.length;
  return {
    base: base / trees,
    score: score / trees,
    contributions: contributions.map((each) => each / trees),
  };
}

/**
 * Takes one row's score for class `positive` (1 where not said) apart by column.
 * Throws `LEARN_FEATURES_MISMATCH` when the row has another number of columns than the model reads.
 */
export function explainScore(model: FittedModel, row: Float32Array, positive = 1): Explanation {
  if (row.length !== model.features) {
    throw new LearningError(
      'LEARN_FEATURES_MISMATCH',
      `${row.length} columns, the model reads ${model.features}`,
    );
  }
  if (model.algorithm === 'logistic-regression') return explainLinear(model, row, positive);
  if (model.algorithm === 'knn') return explainKnn(model, row, positive);
  return explainTrees(model, row, positive);
}

/** The contributions alone, of {@link explainScore}: one a column, summing to score − base. */
export function explain(model: FittedModel, row: Float32Array, positive = 1): Float64Array {
  return explainScore(model, row, positive).contributions;
}
