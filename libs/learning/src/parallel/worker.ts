import { parentPort } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest } from './messages.js';
import { ProblemViews, performTask, type Task, type TaskOutcome } from './task.js';
import { describeFailure } from './worker-failure.js';

type TaskRequest = WorkerRequest & { readonly kind: 'task' };

let views: ProblemViews | undefined;

function perform(task: Task, threads: number): TaskOutcome {
  if (!views) throw new Error('a task came before its problem');
  const work = performTask(views, task, threads);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

function replyTo({ task, body, threads }: TaskRequest): WorkerReply {
  try {
    return { task, outcome: perform(body, threads) };
  } catch (error) {
    return { task, failure: describeFailure(error) };
  }
}

function buffersOf(outcome: TaskOutcome): ArrayBuffer[] {
  if (outcome.kind !== 'score') return [];
  return outcome.added.map((each) => each.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}

parentPort?.on('message', (request: WorkerRequest) => {
  if (request.kind === 'problem') {
    views = new ProblemViews(request.problem);
    return;
  }
  const reply = replyTo(request);
  parentPort?.postMessage(reply, 'outcome' in reply ? [...new Set(buffersOf(reply.outcome))] : []);
});
