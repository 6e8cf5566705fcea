import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../algorithm/problem.js';
import { LearningError } from '../errors.js';
import { collectOutcomes, type Executor, type RunControl, type TakeOutcome } from './executor.js';
import { InThreadExecutor } from './in-thread-executor.js';
import type { WorkerReply, WorkerRequest } from './messages.js';
import { StepCount } from './step-count.js';
import type { Task, TaskOutcome } from './task.js';
import { errorOf } from './worker-failure.js';

/** The built worker, found by name so that it is found from the sources under test as well as from the build. */
const WORKER_FILE = createRequire(import.meta.url).resolve('@weir/learning/worker');

/** Threads that each take the next task as they finish one. A run that is aborted, or fails, ends them at once. */
export class WorkerPool implements Executor {
  private workers: Worker[] = [];

  constructor(private readonly size: number) {}

  warmUp(tasks: number): void {
    const wanted = Math.min(this.size, tasks);
    while (this.workers.length < wanted) this.workers.push(new Worker(WORKER_FILE, { execArgv: [] }));
  }

  run(problem: Problem, tasks: readonly Task[], control?: RunControl): Promise<TaskOutcome[]> {
    return collectOutcomes(this, problem, tasks, control);
  }

  async stream(
    problem: Problem,
    tasks: readonly Task[],
    take: TakeOutcome,
    control: RunControl = {},
  ): Promise<void> {
    control.signal?.throwIfAborted();
    if (tasks.length === 0) return;
    this.warmUp(tasks.length);
    try {
      await this.distribute(problem, tasks, take, control);
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      for (const worker of this.workers) detach(worker);
    }
  }

  private distribute(
    problem: Problem,
    tasks: readonly Task[],
    take: TakeOutcome,
    { signal, onProgress }: RunControl,
  ): Promise<void> {
    const { promise, resolve, reject } = promiseWithResolvers<void>();
    const count = new StepCount(tasks);
    const threads = threadsOfEach(this.size, tasks.length);
    let next = 0;
    let ended = 0;
    const stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    const give = (worker: Worker) => {
      if (next < tasks.length) this.send(worker, { kind: 'task', task: next, body: tasks[next++]!, threads });
    };
    const hear = (worker: Worker, reply: WorkerReply) => {
      if ('failure' in reply) return reject(errorOf(reply.failure));
      if ('steps' in reply) count.reach(reply.task, reply.steps);
      else {
        give(worker);
        take(reply.task, reply.outcome);
        count.end(reply.task);
        ended++;
      }
      onProgress?.(count.progress());
      if (ended === tasks.length) resolve();
    };
    const fail = (cause: unknown) =>
      reject(new LearningError('LEARN_WORKER_FAILED', String(cause), { cause }));
    for (const worker of this.workers.slice(0, tasks.length)) {
      worker.on('message', (reply: WorkerReply) => {
        try {
          hear(worker, reply);
        } catch (error) {
          reject(error);
        }
      });
      worker.on('error', fail);
      worker.on('exit', (code) => fail(`it ended with exit code ${code}`));
      this.send(worker, { kind: 'problem', problem });
      give(worker);
    }
    return promise.finally(() => signal?.removeEventListener('abort', stop));
  }

  private send(worker: Worker, request: WorkerRequest): void {
    worker.postMessage(request);
  }

  async close(): Promise<void> {
    const ended = this.workers;
    this.workers = [];
    for (const worker of ended) detach(worker);
    await Promise.all(ended.map((worker) => worker.terminate()));
  }
}

/** How many threads each task may keep busy: what a run of few tasks would leave idle is shared out among them. */
export function threadsOfEach(workers: number, tasks: number): number {
  return Math.max(1, Math.floor(workers / tasks));
}

/** Drops the listeners of a run that is over; the worker's own must stay. */
function detach(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function promiseWithResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** A pool of `workers` threads; 0 does the work in this thread. Throws `LEARN_PARAMETER_INVALID`. */
export function createExecutor(workers: number): Executor {
  if (!Number.isSafeInteger(workers) || workers < 0 || workers > 256) {
    throw new LearningError('LEARN_PARAMETER_INVALID', `workers is ${workers}, not an integer from 0 to 256`);
  }
  return workers === 0 ? new InThreadExecutor() : new WorkerPool(workers);
}
