import type { AlgorithmName } from '../model/fitted-model.js';
import { stepsOf } from '../parallel/task.js';
import { type PlannedTask, taskOf } from './search-plan.js';

/** Which algorithm a search is at, told from the steps that are done: tasks are begun in their order. */
export class AlgorithmAt {
  private readonly ends: Float64Array;

  constructor(private readonly planned: readonly PlannedTask[]) {
    let end = 0;
    this.ends = Float64Array.from(planned, (task) => {
      end += Math.max(1, stepsOf(taskOf(task)));
      return end;
    });
  }

  /** That of the first step which is not among the `done`; at the end, the last. */
  of(done: number): AlgorithmName | undefined {
    const index = this.ends.findIndex((end) => end > done);
    return this.planned.at(index)?.algorithm.name;
  }
}
