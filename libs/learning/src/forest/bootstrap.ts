import type { TrainingView } from '../algorithm/training-view.js';
import type { Random } from '../random/random.js';

/** Weight of each row in one bootstrap sample: as many original rows as there are, drawn with replacement. */
export function bootstrapWeights(view: TrainingView, random: Random): Float64Array {
  const { rowOf, originalWeights, labels } = view.problem;
  const { originalRows } = view;
  const drawn = new Float64Array(labels.length);
  for (let draw = 0; draw < originalRows.length; draw++) {
    const original = originalRows[random.below(originalRows.length)]!;
    drawn[rowOf[original]!]! += originalWeights[original]!;
  }
  return drawn;
}
