import type { FittingUnit, ScoringUnit } from '../algorithm/algorithm.js';
import type { Problem } from '../algorithm/problem.js';
import { algorithmOf } from '../algorithm/registry.js';
import { ALL_ROWS, type TrainingView, trainingView } from '../algorithm/training-view.js';
import type { AlgorithmName, FittedModel } from '../model/fitted-model.js';

/** What one worker does in one go. */
export type Task =
  | {
      readonly kind: 'score';
      readonly algorithm: AlgorithmName;
      readonly fold: number;
      readonly unit: ScoringUnit;
    }
  | { readonly kind: 'fit'; readonly algorithm: AlgorithmName; readonly unit: FittingUnit };

export interface ScoreOutcome {
  readonly kind: 'score';
  readonly added: Float64Array[];
  readonly seconds: number;
}

export interface FitOutcome {
  readonly kind: 'fit';
  readonly part: FittedModel;
  readonly seconds: number;
}

export type TaskOutcome = ScoreOutcome | FitOutcome;

/** The views of all folds hold the matrix once more: past this, in bytes, one is kept at a time. */
const VIEW_BYTES = 64 * 1024 * 1024;

/** A problem with the views that tasks on it share. */
export class ProblemViews {
  private readonly views = new Map<number, TrainingView>();

  constructor(
    private readonly problem: Problem,
    private readonly viewBytes = VIEW_BYTES,
  ) {}

  /** The view that leaves out `fold`; made once, or anew after another where the matrix is large. */
  of(fold: number): TrainingView {
    let view = this.views.get(fold);
    if (!view) {
      // Before the next is made, so that the two never stand in memory together.
      if (this.problem.matrix.values.byteLength > this.viewBytes) this.views.clear();
      view = trainingView(this.problem, fold);
      this.views.set(fold, view);
    }
    return view;
  }
}

/** How often the task will yield. */
export function stepsOf({ unit }: Task): number {
  return unit.steps ?? unit.to - unit.from;
}

/** Does a task on up to `threads` threads, yielding once a step. `seconds` is time spent working. */
export function* performTask(
  views: ProblemViews,
  task: Task,
  threads: number,
): Generator<undefined, TaskOutcome> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const algorithm = algorithmOf(task.algorithm);
  if (task.kind === 'score') {
    const added = yield* algorithm.score(views.of(task.fold), task.unit, threads);
    return { kind: 'score', added, seconds: seconds() };
  }
  const part = yield* algorithm.fit(views.of(ALL_ROWS), task.unit, threads);
  return { kind: 'fit', part, seconds: seconds() };
}
