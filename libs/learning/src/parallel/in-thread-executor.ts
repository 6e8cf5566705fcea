import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../algorithm/problem.js';
import type { Executor, RunControl } from './executor.js';
import { ProblemViews, performTask, type Task, type TaskOutcome } from './task.js';

/** Longest stretch without looking at the abort signal, in milliseconds. */
const SLICE_MILLISECONDS = 50;

/** Does the tasks one after another in this thread, giving way to other work between slices. */
export class InThreadExecutor implements Executor {
  async run(problem: Problem, tasks: readonly Task[], control: RunControl = {}): Promise<TaskOutcome[]> {
    const views = new ProblemViews(problem);
    const outcomes: TaskOutcome[] = [];
    let sliceEnds = performance.now() + SLICE_MILLISECONDS;
    for (const task of tasks) {
      const work = performTask(views, task, 1);
      let step = work.next();
      for (; !step.done; step = work.next()) {
        if (performance.now() < sliceEnds) continue;
        await setImmediate();
        control.signal?.throwIfAborted();
        sliceEnds = performance.now() + SLICE_MILLISECONDS;
      }
      await setImmediate();
      control.signal?.throwIfAborted();
      outcomes.push(step.value);
      control.onOutcome?.(outcomes.length - 1, step.value);
    }
    return outcomes;
  }

  async close(): Promise<void> {}
}
