import { adaBoost } from '../adaboost/algorithm.js';
import { gradientBoosting } from '../boosting/algorithm.js';
import { LearningError } from '../errors.js';
import { randomForest } from '../forest/algorithm.js';
import { nearestNeighbours } from '../knn/algorithm.js';
import { logisticRegression } from '../logistic-regression/algorithm.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import { decisionTree } from '../tree/algorithm.js';
import type { Algorithm } from './algorithm.js';

/** Every learner, in the order in which equally good candidates are preferred: the simpler first. */
const ALGORITHMS: readonly Algorithm[] = [
  logisticRegression,
  nearestNeighbours,
  decisionTree,
  adaBoost,
  randomForest,
  gradientBoosting,
];

export function algorithmNames(): AlgorithmName[] {
  return ALGORITHMS.map((algorithm) => algorithm.name);
}

/** Throws `LEARN_ALGORITHM_UNKNOWN`. */
export function algorithmOf(name: string): Algorithm {
  const algorithm = ALGORITHMS.find((each) => each.name === name);
  if (!algorithm)
    throw new LearningError('LEARN_ALGORITHM_UNKNOWN', `"${name}"; known: ${algorithmNames().join(', ')}`);
  return algorithm;
}
