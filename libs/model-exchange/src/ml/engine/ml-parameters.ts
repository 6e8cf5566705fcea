import type { Parameters } from '@weir/learning';
import { ExchangeError } from '../../errors.js';

type Rule = readonly [expects: string, accepts: (value: string | number) => boolean];

const whole = (least: number): Rule => [
  `a whole number of at least ${least}`,
  (value) => Number.isSafeInteger(value) && Number(value) >= least,
];

const TREE_RULES: Record<string, Rule> = {
  criterion: ["'gini', the only one there is", (value) => value === 'gini'],
  maxDepth: whole(1),
  minSamplesSplit: whole(2),
  minImpurityDecrease: ['a number from 0 to 1', (value) => Number(value) >= 0 && Number(value) <= 1],
};

const MAX_FEATURES: Rule = [
  'a number of columns, or a share of them between 0 and 1',
  (value) => typeof value === 'number' && value > 0 && (value < 1 || Number.isSafeInteger(value)),
];

export const RULES = {
  'decision-tree': TREE_RULES,
  'random-forest': { ...TREE_RULES, nEstimators: whole(1), maxFeatures: MAX_FEATURES },
  knn: {
    k: whole(1),
    weights: ["'uniform', the only one there is", (value) => value === 'uniform'],
    scaling: ["'standard' or 'none'", (value) => value === 'standard' || value === 'none'],
  },
} satisfies Record<string, Record<string, Rule>>;

/** Throws `EXCHANGE_ML_PARAMETER` for a name the package does not have, or a value out of its range. */
export function checkParameters(parameters: Parameters, rules: Readonly<Record<string, Rule>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule)
      throw new ExchangeError('EXCHANGE_ML_PARAMETER', `${name} is none of ${Object.keys(rules).join(', ')}`);
    const [expects, accepts] = rule;
    if (!accepts(value))
      throw new ExchangeError('EXCHANGE_ML_PARAMETER', `${name} is ${value}, not ${expects}`);
  }
}

/** ml-cart's options; its own defaults where a parameter is absent. */
export function cartOptions(parameters: Parameters): object {
  const { maxDepth, minSamplesSplit, minImpurityDecrease } = parameters;
  return {
    ...(maxDepth !== undefined && { maxDepth }),
    // There, a node of this many rows or fewer is a leaf.
    ...(minSamplesSplit !== undefined && { minNumSamples: Number(minSamplesSplit) - 1 }),
    ...(minImpurityDecrease !== undefined && { gainThreshold: minImpurityDecrease }),
  };
}
