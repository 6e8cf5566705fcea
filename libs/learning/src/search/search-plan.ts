import type { Algorithm, ParameterGrid, Parameters, ScoringUnit } from '../algorithm/algorithm.js';
import { expandGrid } from '../algorithm/parameters.js';
import { algorithmOf } from '../algorithm/registry.js';
import { LearningError } from '../errors.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import type { Task } from '../parallel/task.js';

export interface PlannedCandidate {
  readonly algorithm: Algorithm;
  readonly parameters: Parameters;
}

/** A task with its place in the search. `unit.completes` and `unit.series` count within the algorithm. */
export interface PlannedTask {
  readonly algorithm: Algorithm;
  readonly fold: number;
  readonly unit: ScoringUnit;
  /** Number of the algorithm's first candidate. */
  readonly firstCandidate: number;
}

export interface SearchPlan {
  readonly candidates: readonly PlannedCandidate[];
  readonly planned: readonly PlannedTask[];
  /** The same, as workers take them. */
  readonly tasks: readonly Task[];
}

/** Every candidate and all the work on them. Throws `LEARN_PARAMETER_INVALID`, `LEARN_ALGORITHM_UNKNOWN`. */
export function planSearch(
  algorithms: readonly string[],
  grids: Partial<Record<AlgorithmName, ParameterGrid>>,
  folds: number,
): SearchPlan {
  if (algorithms.length === 0) throw new LearningError('LEARN_PARAMETER_INVALID', 'no algorithm to try');
  const candidates: PlannedCandidate[] = [];
  const planned: PlannedTask[] = [];
  for (const name of new Set(algorithms)) {
    const algorithm = algorithmOf(name);
    const firstCandidate = candidates.length;
    const combinations = expandGrid(grids[algorithm.name] ?? algorithm.defaultGrid);
    for (const parameters of combinations) algorithm.validate(parameters);
    candidates.push(...combinations.map((parameters) => ({ algorithm, parameters })));
    for (const unit of algorithm.planScoring(combinations)) {
      for (let fold = 0; fold < folds; fold++) planned.push({ algorithm, fold, unit, firstCandidate });
    }
  }
  const tasks = planned.map(
    ({ algorithm, fold, unit }): Task => ({ kind: 'score', algorithm: algorithm.name, fold, unit }),
  );
  return { candidates, planned, tasks };
}
