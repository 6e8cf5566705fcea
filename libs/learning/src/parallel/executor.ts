import type { Problem } from '../algorithm/problem.js';
import type { StepProgress } from './step-count.js';
import type { Task, TaskOutcome } from './task.js';

export interface RunControl {
  /** Stops the run within a second, also in the middle of a task; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called as each task ends, and a few times a second while tasks run. */
  readonly onProgress?: ((progress: StepProgress) => void) | undefined;
}

/** Takes the outcome of the task of this number. */
export type TakeOutcome = (task: number, outcome: TaskOutcome) => void;

/** Somewhere to do tasks: this thread, or a pool of workers. One run at a time. */
export interface Executor {
  /** Starts the threads that so many tasks will want, to load while the problem is prepared. The run must follow at once. */
  warmUp(tasks: number): void;
  /** Does every task on the problem; outcomes stand in the order of the tasks. */
  run(problem: Problem, tasks: readonly Task[], control?: RunControl): Promise<TaskOutcome[]>;
  /** The same, but hands over each outcome as its task ends, in no particular order, and keeps none. */
  stream(problem: Problem, tasks: readonly Task[], take: TakeOutcome, control?: RunControl): Promise<void>;
  close(): Promise<void>;
}

/** `run` by way of `stream`. */
export async function collectOutcomes(
  executor: Pick<Executor, 'stream'>,
  problem: Problem,
  tasks: readonly Task[],
  control?: RunControl,
): Promise<TaskOutcome[]> {
  const outcomes: TaskOutcome[] = new Array(tasks.length);
  const take: TakeOutcome = (task, outcome) => {
    outcomes[task] = outcome;
  };
  await executor.stream(problem, tasks, take, control);
  return outcomes;
}
