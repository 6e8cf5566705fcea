import { columnRelevance } from '../knn/relevance.js';
import type { FittedModel } from './fitted-model.js';

/**
 * How much each column matters to the model as a whole; sums to 1 (or is all 0 for a model that reads none).
 * Trees: share of the fall of impurity. Logistic regression: share of the absolute coefficients on scaled values.
 * KNN: share of ReliefF's weights (see `columnRelevance`).
 */
export function importance(model: FittedModel): Float64Array {
  if (model.algorithm === 'knn') return normalised(columnRelevance(model));
  if (model.algorithm !== 'logistic-regression') return model.importance.slice();
  const shares = new Float64Array(model.features);
  for (let index = 0; index < model.coefficients.length; index++) {
    shares[index % model.features]! += Math.abs(model.coefficients[index]!);
  }
  return normalised(shares);
}

/** Divides by the sum; zeros stay zeros. */
export function normalised(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : values;
}
