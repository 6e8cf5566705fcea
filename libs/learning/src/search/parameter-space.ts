import type { ParameterGrid, Parameters } from '../algorithm/algorithm.js';
import { expandGrid } from '../algorithm/parameters.js';
import { parametersKey } from '../algorithm/parameters-key.js';
import { LearningError } from '../errors.js';
import type { Random } from '../random/random.js';

type Range = readonly [low: number, high: number];

/** Where a parameter's values are drawn from; ranges include their lower end, integer ranges both. */
export type Distribution =
  | readonly (string | number)[]
  | { readonly uniform: Range }
  /** Evenly on the logarithm: for what is a matter of magnitude, such as `C` or `learningRate`. */
  | { readonly logUniform: Range }
  | { readonly integers: Range };

/** A distribution for each parameter. A grid is one, each of its values as likely as the others. */
export type ParameterSpace = Readonly<Record<string, Distribution>>;

function isList(distribution: Distribution): distribution is readonly (string | number)[] {
  return Array.isArray(distribution);
}

function fault(name: string, expects: string): LearningError {
  return new LearningError('LEARN_PARAMETER_INVALID', `${name}: ${expects}`);
}

function assertRange(name: string, [low, high]: Range, above = Number.NEGATIVE_INFINITY): void {
  if (!(low > above && low < high && high < Number.POSITIVE_INFINITY))
    throw fault(name, `${low} to ${high} is no range`);
}

/** Throws `LEARN_PARAMETER_INVALID`. */
function assertDistribution(name: string, distribution: Distribution): void {
  if (isList(distribution)) {
    if (distribution.length === 0) throw fault(name, 'has no values to try');
  } else if ('uniform' in distribution) assertRange(name, distribution.uniform);
  else if ('logUniform' in distribution) assertRange(name, distribution.logUniform, 0);
  else {
    assertRange(name, distribution.integers);
    if (!distribution.integers.every(Number.isSafeInteger)) throw fault(name, 'its ends are not integers');
  }
}

function draw(distribution: Distribution, random: Random): string | number {
  if (isList(distribution)) return distribution[random.below(distribution.length)]!;
  const uniform = ([low, high]: Range) => low + random.uniform() * (high - low);
  if ('uniform' in distribution) return uniform(distribution.uniform);
  if ('logUniform' in distribution) {
    const [low, high] = distribution.logUniform;
    return Math.min(high, Math.max(low, Math.exp(uniform([Math.log(low), Math.log(high)]))));
  }
  const [low, high] = distribution.integers;
  return low + random.below(high - low + 1);
}

/** How many values it can give, infinitely many counted as such. */
function sizeOf(distribution: Distribution): number {
  if (isList(distribution)) return new Set(distribution).size;
  if ('integers' in distribution) return distribution.integers[1] - distribution.integers[0] + 1;
  return Number.POSITIVE_INFINITY;
}

/** Every value of each parameter, for a space that has finitely many. */
function gridOf(space: ParameterSpace): ParameterGrid {
  const valuesOf = (distribution: Distribution) => {
    if (isList(distribution)) return [...new Set(distribution)];
    if (!('integers' in distribution)) return [];
    const [low, high] = distribution.integers;
    return Array.from({ length: high - low + 1 }, (_, index) => low + index);
  };
  return Object.fromEntries(Object.entries(space).map(([name, each]) => [name, valuesOf(each)]));
}

/**
 * `count` different combinations, each parameter drawn on its own (Bergstra and Bengio 2012). A space of no more
 * combinations than that gives each of them once, as scikit-learn's ParameterSampler does.
 * Throws `LEARN_PARAMETER_INVALID`.
 */
export function drawParameters(space: ParameterSpace, count: number, random: Random): Parameters[] {
  if (!Number.isSafeInteger(count) || count < 1)
    throw fault('candidates', `${count} is not an integer of at least 1`);
  const entries = Object.entries(space);
  for (const [name, distribution] of entries) assertDistribution(name, distribution);
  const size = entries.reduce((product, [, distribution]) => product * sizeOf(distribution), 1);
  if (size <= count) return expandGrid(gridOf(space));
  const drawn = new Map<string, Parameters>();
  while (drawn.size < count) {
    const parameters = Object.fromEntries(entries.map(([name, each]) => [name, draw(each, random)]));
    const key = parametersKey(parameters);
    if (!drawn.has(key)) drawn.set(key, parameters);
  }
  return [...drawn.values()];
}
