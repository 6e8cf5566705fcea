import type { Problem } from '../algorithm/problem.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import type { Executor } from '../parallel/executor.js';
import type { StepProgress } from '../parallel/step-count.js';
import { AlgorithmAt } from './algorithm-at.js';
import type { Candidate } from './candidate.js';
import { CandidateScores, type CandidateScoresOptions } from './candidate-scores.js';
import { foldRowsOf } from './fold-rows.js';
import { type SearchPlan, taskOf } from './search-plan.js';
import { SeriesAssembly } from './series-assembly.js';

/** Steps that are done, and the algorithm that is tried. */
export interface TryProgress extends StepProgress {
  readonly algorithm?: AlgorithmName | undefined;
}

export interface CrossValidationControl {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TryProgress, best: Candidate | undefined) => void) | undefined;
}

export interface CrossValidation {
  /** In the plan's order. */
  readonly candidates: readonly Candidate[];
  readonly best: Candidate;
  /** The best candidate's probabilities of each row, by the model that did not see it: `rows` × `classes`. */
  readonly outOfFold: Float32Array;
}

/** Scores every candidate of the plan on every fold of the problem. */
export async function crossValidate(
  problem: Problem,
  plan: SearchPlan,
  executor: Executor,
  options: CandidateScoresOptions,
  { signal, onProgress }: CrossValidationControl = {},
): Promise<CrossValidation> {
  const folds = Array.from({ length: plan.folds }, (_, fold) => foldRowsOf(problem, fold));
  const scores = new CandidateScores(plan, folds, options);
  const assembly = new SeriesAssembly(plan.planned, folds, (task, ...taken) => scores.take(task, ...taken));
  const algorithmAt = new AlgorithmAt(plan.planned);
  await executor.stream(problem, plan.planned.map(taskOf), (task, outcome) => assembly.add(task, outcome), {
    signal,
    onProgress: (progress) =>
      onProgress?.({ ...progress, algorithm: algorithmAt.of(progress.done) }, scores.best),
  });
  const again = scores.missing();
  const restored = new SeriesAssembly(again, folds, (task, taken) => scores.restore(task, taken));
  await executor.stream(problem, again.map(taskOf), (task, outcome) => restored.add(task, outcome), {
    signal,
  });
  return { candidates: scores.candidates, best: scores.best!, outOfFold: scores.outOfFold() };
}
