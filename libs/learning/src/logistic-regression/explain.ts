import type { Explanation } from '../model/explain.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';
import { scaledValue } from '../preprocessing/preprocessing.js';
import { preprocessorOf } from '../preprocessing/row-preprocessor.js';

/**
 * Exact for a linear score: each column adds its coefficient times its distance from the training mean, in standard
 * deviations (the Shapley values where columns are independent; Lundberg & Lee 2017). A missing value is explained
 * by what is imputed for it. The score is the log-odds of `positive` (more than two classes: its linear score).
 */
export function explainLinear(
  model: LogisticRegressionModel,
  row: Float32Array,
  positive: number,
): Explanation {
  const binary = model.intercepts.length === 1;
  const output = binary ? 0 : positive;
  const sign = binary && positive === 0 ? -1 : 1;
  const base = sign * model.intercepts[output]!;
  const imputed = preprocessorOf(model).imputed(row, 0);
  const contributions = new Float64Array(model.features);
  let score = base;
  for (let column = 0; column < model.features; column++) {
    const coefficient = model.coefficients[output * model.features + column]!;
    contributions[column] = sign * coefficient * scaledValue(model, column, imputed[column]!);
    score += contributions[column]!;
  }
  return { base, score, contributions };
}
