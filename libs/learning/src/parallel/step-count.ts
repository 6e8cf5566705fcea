import { stepsOf, type Task } from './task.js';

/** Steps (trees, iterations) of a run. `done` never goes back, and comes to `total` when the last task has ended. */
export interface StepProgress {
  readonly done: number;
  readonly total: number;
}

/** Adds up the steps of tasks that have ended and of those that run. */
export class StepCount {
  private readonly planned: readonly number[];
  private readonly counted: Float64Array;
  private readonly total: number;
  private done = 0;

  constructor(tasks: readonly Task[]) {
    this.planned = tasks.map((task) => Math.max(1, stepsOf(task)));
    this.counted = new Float64Array(tasks.length);
    this.total = this.planned.reduce((sum, steps) => sum + steps, 0);
  }

  /** The task has come this far. Its last step counts when it ends only: what it brings is still to be had. */
  reach(task: number, steps: number): void {
    this.count(task, Math.min(steps, this.planned[task]! - 1));
  }

  /** The task has ended, whether in as many steps as were planned or in fewer. */
  end(task: number): void {
    this.count(task, this.planned[task]!);
  }

  private count(task: number, steps: number): void {
    const added = steps - this.counted[task]!;
    if (added <= 0) return;
    this.counted[task]! += added;
    this.done += added;
  }

  progress(): StepProgress {
    return { done: this.done, total: this.total };
  }
}
