import type { ParameterGrid, Parameters } from '../algorithm/algorithm.js';
import { expandGrid } from '../algorithm/parameters.js';
import { algorithmOf } from '../algorithm/registry.js';
import { LearningError } from '../errors.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import { createRandom } from '../random/random.js';
import { drawParameters } from './parameter-space.js';
import type { AlgorithmCandidates } from './search-plan.js';
import type { GridStrategy, RandomStrategy } from './strategy.js';

export interface CandidateSource {
  readonly algorithms: readonly string[];
  readonly grids: Partial<Record<AlgorithmName, ParameterGrid>>;
  readonly strategy: GridStrategy | RandomStrategy;
  readonly seed: number;
  /** Set aside for the rungs of a halving: default grids leave it out, and others must. */
  readonly withoutParameter?: string | undefined;
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string | undefined): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** Characters of the name, so that what is drawn for an algorithm does not depend on the others searched. */
function codesOf(name: string): number[] {
  return Array.from(name, (letter) => letter.codePointAt(0)!);
}

function parametersFor(
  name: AlgorithmName,
  defaultGrid: ParameterGrid,
  source: CandidateSource,
): Parameters[] {
  const { grids, strategy, seed, withoutParameter } = source;
  const space = (strategy.kind === 'random' ? strategy.spaces?.[name] : undefined) ?? grids[name];
  if (space && withoutParameter !== undefined && Object.hasOwn(space, withoutParameter)) {
    throw new LearningError(
      'LEARN_PARAMETER_INVALID',
      `${withoutParameter} of ${name} is the halving's resource`,
    );
  }
  const own = space ?? withoutKey(defaultGrid, withoutParameter);
  if (strategy.kind === 'random')
    return drawParameters(own, strategy.candidates, createRandom(seed, ...codesOf(name)));
  return expandGrid(own as ParameterGrid);
}

/** What to try of each algorithm. Throws `LEARN_PARAMETER_INVALID`, `LEARN_ALGORITHM_UNKNOWN`. */
export function findCandidates(source: CandidateSource): AlgorithmCandidates[] {
  if (source.algorithms.length === 0)
    throw new LearningError('LEARN_PARAMETER_INVALID', 'no algorithm to try');
  return [...new Set(source.algorithms)].map((name) => {
    const algorithm = algorithmOf(name);
    return { algorithm, parameters: parametersFor(algorithm.name, algorithm.defaultGrid, source) };
  });
}

/** Throws `LEARN_PARAMETER_INVALID` for the first candidate whose parameters its algorithm refuses. */
export function validateCandidates(entries: readonly AlgorithmCandidates[]): void {
  for (const { algorithm, parameters } of entries) for (const each of parameters) algorithm.validate(each);
}
