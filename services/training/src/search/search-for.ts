import type { SearchRequest } from '@weir/contracts';
import {
  type AlgorithmName,
  algorithmNames,
  type FitterReference,
  type ParameterGrid,
  type SearchStrategy,
} from '@weir/learning';
import { WeirError } from '@weir/platform';
import { type DataShape, defaultSpace, halvingOn, type SearchSpace } from './default-space.js';

/** A search as it is carried out. */
export interface Search extends SearchSpace {
  readonly folds?: number;
  /** The engine's, where it is not the library itself. */
  readonly fitter?: FitterReference;
}

/** Combinations drawn of each algorithm where nobody says how many. */
const DEFAULT_CANDIDATES = 20;

/** What to search on data of this shape: what is asked for, and defaults for the rest. Throws `WEIR_REQUEST_INVALID`. */
export async function searchFor(request: SearchRequest, shape: DataShape): Promise<Search> {
  if (request.engine !== 'ml') return spaceAsked(request, defaultSpace(shape), algorithmNames(), shape);
  // Loaded where it is wanted: the packages take longer to load than a service takes to start.
  const { assertMlCan, ML_FITTER, ML_SPACE } = await import('./ml-engine.js');
  const search = spaceAsked(request, ML_SPACE, ML_SPACE.algorithms, shape);
  if (search.strategy.kind === 'halving')
    throw invalid('search.strategy: the engine "ml" has grid and random');
  assertMlCan(search, shape);
  return { ...search, fitter: ML_FITTER };
}

function spaceAsked(
  request: SearchRequest,
  usual: SearchSpace,
  names: readonly AlgorithmName[],
  shape: DataShape,
): Search {
  const grids = gridsAsked(request, names);
  const algorithms = algorithmsAsked(request, usual, names);
  const stray = Object.keys(grids).find((name) => !algorithms.includes(name as AlgorithmName));
  if (stray !== undefined) throw invalid(`search.grids.${stray}: ${stray} is not among the algorithms`);
  return {
    algorithms,
    grids: { ...usual.grids, ...grids },
    strategy: strategyAsked(request, usual, shape),
    ...(request.folds === undefined ? {} : { folds: request.folds }),
  };
}

function invalid(message: string): WeirError {
  return new WeirError('WEIR_REQUEST_INVALID', message);
}

function known(name: string, field: string, names: readonly AlgorithmName[]): AlgorithmName {
  const found = names.find((each) => each === name);
  if (found !== undefined) return found;
  throw invalid(`${field}: there is no algorithm "${name}"; there are ${names.join(', ')}`);
}

function gridsAsked(
  { grids = {} }: SearchRequest,
  names: readonly AlgorithmName[],
): Partial<Record<AlgorithmName, ParameterGrid>> {
  return Object.fromEntries(
    Object.entries(grids).map(([name, grid]) => [known(name, 'search.grids', names), grid]),
  );
}

/** Those asked for; else the usual ones, and those whose values are given. */
function algorithmsAsked(
  { algorithms, grids = {} }: SearchRequest,
  usual: SearchSpace,
  names: readonly AlgorithmName[],
): readonly AlgorithmName[] {
  if (algorithms !== undefined) return algorithms.map((name) => known(name, 'search.algorithms', names));
  return names.filter((name) => usual.algorithms.includes(name) || Object.hasOwn(grids, name));
}

function strategyAsked(
  { strategy, candidates }: SearchRequest,
  usual: SearchSpace,
  { rows }: DataShape,
): SearchStrategy {
  const kind = strategy ?? usual.strategy.kind;
  if (kind === 'random') return { kind, candidates: candidates ?? DEFAULT_CANDIDATES };
  if (kind === 'grid') {
    if (candidates !== undefined)
      throw invalid('search.candidates: a grid is tried whole; random and halving draw');
    return { kind };
  }
  const halving = halvingOn(rows);
  return candidates === undefined ? halving : { ...halving, from: { kind: 'random', candidates } };
}
