import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../algorithm/problem.js';
import { collectOutcomes, type Executor, type RunControl, type TakeOutcome } from './executor.js';
import { StepCount } from './step-count.js';
import { ProblemViews, performTask, type Task, type TaskOutcome } from './task.js';

/** Longest stretch without looking at the abort signal, in milliseconds. */
const SLICE_MILLISECONDS = 50;

/** Does the tasks one after another in this thread, giving way to other work between slices. */
export class InThreadExecutor implements Executor {
  /** Nothing to start. */
  warmUp(): void {}

  run(problem: Problem, tasks: readonly Task[], control?: RunControl): Promise<TaskOutcome[]> {
    return collectOutcomes(this, problem, tasks, control);
  }

  async stream(
    problem: Problem,
    tasks: readonly Task[],
    take: TakeOutcome,
    { signal, onProgress }: RunControl = {},
  ): Promise<void> {
    const views = new ProblemViews(problem);
    const count = new StepCount(tasks);
    const giveWay = async () => {
      await setImmediate();
      signal?.throwIfAborted();
    };
    let sliceEnds = performance.now() + SLICE_MILLISECONDS;
    for (const [index, task] of tasks.entries()) {
      const work = performTask(views, task, 1);
      let steps = 0;
      let step = work.next();
      for (; !step.done; step = work.next()) {
        steps++;
        if (performance.now() < sliceEnds) continue;
        await giveWay();
        count.reach(index, steps);
        onProgress?.(count.progress());
        sliceEnds = performance.now() + SLICE_MILLISECONDS;
      }
      await giveWay();
      take(index, step.value);
      count.end(index);
      onProgress?.(count.progress());
    }
  }

  async close(): Promise<void> {}
}
