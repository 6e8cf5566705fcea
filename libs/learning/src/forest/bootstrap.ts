import type { TrainingView } from '../algorithm/training-view.js';
import type { Random } from '../random/random.js';

/** Writes the weight of each row in one bootstrap sample: as many original rows as there are, drawn with replacement. */
export function drawBootstrap(view: TrainingView, random: Random, weights: Float64Array): void {
  const { rowOf, originalWeights } = view.problem;
  const { originalRows } = view;
  weights.fill(0);
  for (let draw = 0; draw < originalRows.length; draw++) {
    const original = originalRows[random.below(originalRows.length)]!;
    weights[rowOf[original]!]! += originalWeights[original]!;
  }
}
