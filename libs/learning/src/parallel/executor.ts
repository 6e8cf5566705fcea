import type { Problem } from '../algorithm/problem.js';
import type { Task, TaskOutcome } from './task.js';

export interface RunControl {
  /** Stops the run within a second; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called as each task ends, in no particular order. */
  readonly onOutcome?: (task: number, outcome: TaskOutcome) => void;
}

/** Somewhere to do tasks: this thread, or a pool of workers. */
export interface Executor {
  /** Does every task on the problem; outcomes stand in the order of the tasks. One run at a time. */
  run(problem: Problem, tasks: readonly Task[], control?: RunControl): Promise<TaskOutcome[]>;
  close(): Promise<void>;
}
