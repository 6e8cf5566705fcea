import { expect, it } from 'vitest';
import { algorithmOf } from '../algorithm/registry.js';
import { AlgorithmAt } from './algorithm-at.js';
import { planSearch } from './search-plan.js';

it('tells the algorithm of the next step, and at the end the last', () => {
  const { planned } = planSearch(
    [
      { algorithm: algorithmOf('decision-tree'), parameters: [{ criterion: 'gini' }] },
      { algorithm: algorithmOf('gradient-boosting'), parameters: [{ nEstimators: 10 }] },
    ],
    2,
  );
  const at = new AlgorithmAt(planned);
  // Two folds of one step, then two of ten.
  expect([0, 1, 2, 11, 12, 21, 22].map((done) => at.of(done))).toEqual([
    'decision-tree',
    'decision-tree',
    ...Array.from({ length: 5 }, () => 'gradient-boosting'),
  ]);
});
