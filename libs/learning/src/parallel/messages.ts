import type { Problem } from '../algorithm/problem.js';
import type { Task, TaskOutcome } from './task.js';
import type { WorkerFailure } from './worker-failure.js';

/** To a worker. A problem comes before its tasks; its shared memory is not copied. */
export type WorkerRequest =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'task'; readonly task: number; readonly body: Task; readonly threads: number };

/** From a worker, one for each task. */
export type WorkerReply =
  | { readonly task: number; readonly outcome: TaskOutcome }
  | { readonly task: number; readonly failure: WorkerFailure };
