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
import { assertMlCan, ML_FITTER, ML_SPACE } from './ml-engine.js';

/** A search as it is carried out. */
export interface Search extends SearchSpace {
  readonly folds?: number;
  /** The engine's, where it is not the library itself. */
  readonly fitter?: FitterReference;
}

/** Combinations drawn of each algorithm where nobody says how many. */
const DEFAULT_CANDIDATES = 20;

/** What to search on data of this shape: what is asked for, and defaults for the rest. Throws `WEIR_REQUEST_INVALID`. */
export function searchFor(request: SearchRequest, shape: DataShape): Search {
  const isMl = request.engine === 'ml';
  const usual = isMl ? ML_SPACE : defaultSpace(shape);
  const grids = gridsAsked(request);
  const algorithms = algorithmsAsked(request, usual);
  const stray = Object.keys(grids).find((name) => !algorithms.includes(name as AlgorithmName));
  if (stray !== undefined) throw invalid(`search.grids.${stray}: ${stray} is not among the algorithms`);
  const space = {
    algorithms,
    grids: { ...usual.grids, ...grids },
    strategy: strategyAsked(request, usual, shape),
  };
  if (!isMl) return { ...space, ...foldsOf(request) };
  if (space.strategy.kind === 'halving')
    throw invalid('search.strategy: the engine "ml" has grid and random');
  assertMlCan(space, shape);
  return { ...space, ...foldsOf(request), fitter: ML_FITTER };
}

function invalid(message: string): WeirError {
  return new WeirError('WEIR_REQUEST_INVALID', message);
}

function foldsOf({ folds }: SearchRequest): { folds?: number } {
  return folds === undefined ? {} : { folds };
}

function known(name: string, field: string, names: readonly AlgorithmName[]): AlgorithmName {
  const found = names.find((each) => each === name);
  if (found !== undefined) return found;
  throw invalid(`${field}: there is no algorithm "${name}"; there are ${names.join(', ')}`);
}

function gridsAsked({ grids = {} }: SearchRequest): Partial<Record<AlgorithmName, ParameterGrid>> {
  return Object.fromEntries(
    Object.entries(grids).map(([name, grid]) => [known(name, 'search.grids', algorithmNames()), grid]),
  );
}

/** Those asked for; else the usual ones, and those whose values are given. */
function algorithmsAsked(request: SearchRequest, usual: SearchSpace): readonly AlgorithmName[] {
  const names = request.engine === 'ml' ? ML_SPACE.algorithms : algorithmNames();
  const { algorithms, grids = {} } = request;
  if (algorithms !== undefined) return algorithms.map((name) => known(name, 'search.algorithms', names));
  const withGrid = Object.keys(grids).map((name) => known(name, 'search.grids', names));
  return names.filter((name) => usual.algorithms.includes(name) || withGrid.includes(name));
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
