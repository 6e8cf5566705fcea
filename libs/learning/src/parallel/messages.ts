import type { Problem } from '../algorithm/problem.js';
import type { Task, TaskOutcome } from './task.js';
import type { WorkerFailure } from './worker-failure.js';

/** A task, its number and the threads it may keep busy. */
export interface TaskRequest {
  readonly kind: 'task';
  readonly task: number;
  readonly body: Task;
  readonly threads: number;
}

/** To a worker. A problem comes before its tasks; its shared memory is not copied. */
export type WorkerRequest = { readonly kind: 'problem'; readonly problem: Problem } | TaskRequest;

/** From a worker: the steps done so far, any number of times for a task, then one of the others. */
export type WorkerReply =
  | { readonly task: number; readonly steps: number }
  | { readonly task: number; readonly outcome: TaskOutcome }
  | { readonly task: number; readonly failure: WorkerFailure };
