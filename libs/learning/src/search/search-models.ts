import { availableParallelism } from 'node:os';
import type { ParameterGrid } from '../algorithm/algorithm.js';
import { prepareProblem } from '../algorithm/problem.js';
import { algorithmNames } from '../algorithm/registry.js';
import { assertTrainingData, type TrainingData } from '../dataset/training-data.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import type { Executor } from '../parallel/executor.js';
import { createExecutor } from '../parallel/worker-pool.js';
import { stratifiedFolds } from '../splits/splits.js';
import type { ClassWeighting } from '../weights/class-weights.js';
import type { Candidate } from './candidate.js';
import {
  type CrossValidation,
  type CrossValidationControl,
  crossValidate,
  type TryProgress,
} from './cross-validate.js';
import { findCandidates, validateCandidates } from './find-candidates.js';
import { halvingSearch, type Rung } from './halving-search.js';
import { planSearch } from './search-plan.js';
import type { SearchStrategy } from './strategy.js';

export type { Candidate } from './candidate.js';

export interface SearchOptions {
  /** Index of the class whose F1 decides. */
  readonly positive: number;
  readonly seed: number;
  /** 3 where absent. */
  readonly folds?: number;
  /** Every registered algorithm where absent. */
  readonly algorithms?: readonly AlgorithmName[];
  /** Values to try instead of an algorithm's own grid. */
  readonly grids?: Partial<Record<AlgorithmName, ParameterGrid>>;
  /** The whole grid where absent. */
  readonly strategy?: SearchStrategy;
  /** Rows with the same number stay in one fold; `data.groups` where absent. */
  readonly groups?: Int32Array;
  readonly classWeighting?: ClassWeighting;
  /** Threads; 0 works in this one. The machine's parallelism where absent. */
  readonly workers?: number;
  /** A pool to work in; else one is made and closed again. */
  readonly executor?: Executor;
}

/** Steps of work: a grid's trees and iterations, or a halving's candidates × resources. */
export interface SearchProgress extends TryProgress {
  /** The best of the candidates that are through (halving: with this rung). */
  readonly best?: Candidate | undefined;
}

export interface SearchControl {
  /** Stops within a second; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called as work is done, also within long fits; `done` comes to `total` when all is through. */
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
}

export interface SearchResult {
  /** In the order of the algorithms and their grids (random: as drawn). */
  readonly candidates: readonly Candidate[];
  /** The highest mean F1; the earliest of equals. Halving: of those on the last rung. */
  readonly best: Candidate;
  /** The best candidate's probabilities of each row, by the model that did not see it: `rows` × `classes`. */
  readonly outOfFold: Float32Array;
  readonly foldOf: Int32Array;
  /** Halving only: what each rung tried and found. */
  readonly rungs?: readonly Rung[];
}

/**
 * Cross-validated search over the registered algorithms; stratified, and by group where there are groups.
 * The same seed gives the same result whatever the number of workers (`seconds` aside).
 * Throws the errors of `assertTrainingData` and `stratifiedFolds`, `LEARN_PARAMETER_INVALID`,
 * `LEARN_ALGORITHM_UNKNOWN`, `LEARN_WORKER_FAILED`.
 */
export async function searchModels(
  data: TrainingData,
  options: SearchOptions,
  control: SearchControl = {},
): Promise<SearchResult> {
  control.signal?.throwIfAborted();
  assertTrainingData(data);
  const { seed, folds = 3, groups = data.groups } = options;
  const search = prepareSearch(data, options);
  const foldOf = stratifiedFolds(data.labels, data.classes, folds, { seed, groups });
  const executor = options.executor ?? createExecutor(options.workers ?? availableParallelism());
  try {
    const found = await search(foldOf, executor, {
      signal: control.signal,
      onProgress: (progress, best) => control.onProgress?.({ ...progress, best }),
    });
    return { ...found, foldOf };
  } finally {
    if (!options.executor) await executor.close();
  }
}

type Search = (
  foldOf: Int32Array,
  executor: Executor,
  control: CrossValidationControl,
) => Promise<CrossValidation & Pick<SearchResult, 'rungs'>>;

/** Checks the strategy and finds the candidates; what is left is the work. */
function prepareSearch(data: TrainingData, options: SearchOptions): Search {
  const { positive, seed, folds = 3, groups = data.groups, classWeighting = 'balanced' } = options;
  const { algorithms = algorithmNames(), grids = {}, strategy = { kind: 'grid' } } = options;
  const halving = strategy.kind === 'halving' ? strategy : undefined;
  const entries = findCandidates({
    algorithms,
    grids,
    seed,
    strategy: strategy.kind === 'halving' ? (strategy.from ?? { kind: 'grid' }) : strategy,
    withoutParameter: halving?.resource === 'nEstimators' ? 'nEstimators' : undefined,
  });
  if (halving) {
    const input = { data, folds, groups, positive, seed, classWeighting, entries, strategy: halving };
    return (foldOf, executor, control) => halvingSearch({ ...input, foldOf }, executor, control);
  }
  validateCandidates(entries);
  return (foldOf, executor, control) => {
    const plan = planSearch(entries, folds);
    executor.warmUp(plan.planned.length);
    const problem = prepareProblem(data, { seed, foldOf, classWeighting });
    return crossValidate(problem, plan, executor, { positive }, control);
  };
}
