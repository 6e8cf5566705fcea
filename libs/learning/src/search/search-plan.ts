import type { Algorithm, Parameters, ScoringUnit } from '../algorithm/algorithm.js';
import type { Task } from '../parallel/task.js';

/** What to try of one algorithm. */
export interface AlgorithmCandidates {
  readonly algorithm: Algorithm;
  readonly parameters: readonly Parameters[];
}

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
  readonly folds: number;
}

/** A planned task as workers take it. */
export function taskOf({ algorithm, fold, unit }: PlannedTask): Task {
  return { kind: 'score', algorithm: algorithm.name, fold, unit };
}

/** All the work on the candidates. The folds of a unit stand together, so that few candidates are half done. */
export function planSearch(entries: readonly AlgorithmCandidates[], folds: number): SearchPlan {
  const candidates: PlannedCandidate[] = [];
  const planned: PlannedTask[] = [];
  for (const { algorithm, parameters } of entries) {
    const firstCandidate = candidates.length;
    for (const each of parameters) candidates.push({ algorithm, parameters: each });
    for (const unit of algorithm.planScoring(parameters)) {
      for (let fold = 0; fold < folds; fold++) planned.push({ algorithm, fold, unit, firstCandidate });
    }
  }
  return { candidates, planned, folds };
}
