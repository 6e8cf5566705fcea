import { checkParameters, type ParameterRule } from '../algorithm/parameters.js';
import { pathUnit } from '../algorithm/path-unit.js';
import { IMPUTATION } from '../preprocessing/imputation-rule.js';
import { fitKnn } from './fit.js';
import type { NeighbourWeights } from './knn-model.js';
import { votesByRule } from './predictor.js';

const NEIGHBOUR_WEIGHTS: readonly NeighbourWeights[] = ['uniform', 'distance'];

/** More neighbours than this would no longer be near; lists of them are kept sorted by insertion. */
const MAX_NEIGHBOURS = 1000;

const NEIGHBOURS: ParameterRule = {
  expects: `an integer from 1 to ${MAX_NEIGHBOURS}`,
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MAX_NEIGHBOURS,
};

const WEIGHTS: ParameterRule = {
  expects: `one of ${NEIGHBOUR_WEIGHTS.join(', ')}`,
  accepts: (value) => NEIGHBOUR_WEIGHTS.some((weights) => weights === value),
};

/**
 * `k` (up to 1,000; where there are fewer rows, all of them), `weights` (`uniform` where absent), `imputer` (`knn` where absent).
 * Every k and weighting is answered by one pass over the distances.
 */
export const nearestNeighbours = pathUnit({
  name: 'knn',
  defaultGrid: { k: [3, 5, 7, 9, 11], weights: ['uniform', 'distance'] },
  validate: (parameters) =>
    checkParameters(parameters, { k: NEIGHBOURS, weights: WEIGHTS, imputer: IMPUTATION }, ['k']),
  path: ['k', 'weights'],
  sameFit: ({ weights = 'uniform', imputer = 'knn', ...rest }) => ({ ...rest, weights, imputer }),
  *fitPath(view, candidates) {
    const model = yield* fitKnn(view, candidates[0]!);
    const rules = candidates.map(({ k, weights = 'uniform' }) => ({
      k: Number(k),
      neighbourWeights: weights as NeighbourWeights,
    }));
    return yield* votesByRule(model, rules, view.validation);
  },
  fitWhole: fitKnn,
});
