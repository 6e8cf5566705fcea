import type { Parameters } from '../algorithm/algorithm.js';
import {
  checkParameters,
  NON_NEGATIVE_NUMBER,
  POSITIVE_INTEGER,
  POSITIVE_NUMBER,
  SHARE,
} from '../algorithm/parameters.js';
import type { GrowLimits } from '../tree/grower.js';

/** What one series of trees is grown with; the number of trees is not part of it. */
export interface BoostingSettings {
  readonly learningRate: number;
  /** Share of the rows each stage draws. */
  readonly subsample: number;
  readonly minChildWeight: number;
  readonly l2Regularization: number;
  readonly limits: GrowLimits;
  /** Stages without improvement on held-out rows after which boosting stops; never where absent. */
  readonly patience?: number;
}

const RULES = {
  nEstimators: POSITIVE_INTEGER,
  learningRate: POSITIVE_NUMBER,
  subsample: SHARE,
  maxDepth: POSITIVE_INTEGER,
  maxLeafNodes: POSITIVE_INTEGER,
  minChildWeight: NON_NEGATIVE_NUMBER,
  l2Regularization: NON_NEGATIVE_NUMBER,
  patience: POSITIVE_INTEGER,
};

export function validateBoosting(parameters: Parameters): void {
  checkParameters(parameters, RULES, ['nEstimators']);
}

/** scikit-learn's defaults: learning rate 0.1, every row, depth 3 unless leaves are limited instead. */
export function boostingSettings(parameters: Parameters): BoostingSettings {
  const number = (name: keyof typeof RULES, otherwise: number) => Number(parameters[name] ?? otherwise);
  const { maxDepth, maxLeafNodes, patience } = parameters;
  const depth = maxDepth ?? (maxLeafNodes === undefined ? 3 : undefined);
  return {
    learningRate: number('learningRate', 0.1),
    subsample: number('subsample', 1),
    minChildWeight: number('minChildWeight', 1e-3),
    l2Regularization: number('l2Regularization', 0),
    limits: {
      ...(depth !== undefined && { maxDepth: Number(depth) }),
      ...(maxLeafNodes !== undefined && { maxLeafNodes: Number(maxLeafNodes) }),
    },
    ...(patience !== undefined && { patience: Number(patience) }),
  };
}
