import { availableParallelism } from 'node:os';
import type { ParameterGrid, Parameters } from '../algorithm/algorithm.js';
import { prepareProblem } from '../algorithm/problem.js';
import { algorithmNames } from '../algorithm/registry.js';
import { assertTrainingData, type TrainingData } from '../dataset/training-data.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import type { Executor } from '../parallel/executor.js';
import { createExecutor } from '../parallel/worker-pool.js';
import { stratifiedFolds } from '../splits/splits.js';
import type { ClassWeighting } from '../weights/class-weights.js';
import { CandidateScores } from './candidate-scores.js';
import { planSearch } from './search-plan.js';

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
  /** Rows with the same number stay in one fold; `data.groups` where absent. */
  readonly groups?: Int32Array;
  readonly classWeighting?: ClassWeighting;
  /** Threads; 0 works in this one. The machine's parallelism where absent. */
  readonly workers?: number;
  /** A pool to work in; else one is made and closed again. */
  readonly executor?: Executor;
}

/** One configuration and how it did. */
export interface Candidate {
  readonly algorithm: AlgorithmName;
  readonly parameters: Parameters;
  /** Mean over the folds of the positive class's F1. */
  readonly meanF1: number;
  /** Over the folds, with n in the denominator, as scikit-learn's `std_test_score`. */
  readonly standardDeviation: number;
  readonly foldF1: readonly number[];
  /** Working time; what candidates share is counted in each. */
  readonly seconds: number;
}

export interface SearchProgress {
  readonly done: number;
  readonly total: number;
  /** The best of the candidates that are through. */
  readonly best?: Candidate | undefined;
}

export interface SearchControl {
  /** Stops within a second; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
}

export interface SearchResult {
  /** In the order of the algorithms and their grids. */
  readonly candidates: readonly Candidate[];
  readonly best: Candidate;
  /** The best candidate's probabilities of each row, by the model that did not see it: `rows` × `classes`. */
  readonly outOfFold: Float32Array;
  readonly foldOf: Int32Array;
}

/** The best mean F1; the earliest of equals. */
export function bestOf(candidates: readonly (Candidate | undefined)[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates)
    if (candidate && (!best || candidate.meanF1 > best.meanF1)) best = candidate;
  return best;
}

/**
 * Cross-validated grid search over the registered algorithms; stratified, and by group where there are groups.
 * The same seed gives the same result whatever the number of workers (`seconds` aside).
 * Throws the errors of `assertTrainingData` and `stratifiedFolds`, `LEARN_PARAMETER_INVALID`, `LEARN_WORKER_FAILED`.
 */
export async function searchModels(
  data: TrainingData,
  options: SearchOptions,
  control: SearchControl = {},
): Promise<SearchResult> {
  control.signal?.throwIfAborted();
  assertTrainingData(data);
  const { seed, folds = 3, groups = data.groups, classWeighting = 'balanced' } = options;
  const plan = planSearch(options.algorithms ?? algorithmNames(), options.grids ?? {}, folds);
  const foldOf = stratifiedFolds(data.labels, data.classes, folds, { seed, groups });
  const problem = prepareProblem(data, { seed, foldOf, classWeighting });
  const scores = new CandidateScores(problem, plan, folds, options.positive);
  const executor = options.executor ?? createExecutor(options.workers ?? availableParallelism());
  try {
    let done = 0;
    await executor.run(problem, plan.tasks, {
      signal: control.signal,
      onOutcome: (task, outcome) => {
        scores.add(task, outcome);
        control.onProgress?.({ done: ++done, total: plan.tasks.length, best: bestOf(scores.finished()) });
      },
    });
  } finally {
    if (!options.executor) await executor.close();
  }
  const candidates = scores.finished().filter((candidate) => candidate !== undefined);
  const best = bestOf(candidates)!;
  return { candidates, best, outOfFold: scores.outOfFold(candidates.indexOf(best)), foldOf };
}
