import { parentPort } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest } from './messages.js';
import { ProblemViews, performTask, type Task, type TaskOutcome } from './task.js';
import { describeFailure } from './worker-failure.js';

let views: ProblemViews | undefined;

function perform(task: Task): TaskOutcome {
  if (!views) throw new Error('a task came before its problem');
  const work = performTask(views, task);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

function replyTo(task: number, body: Task): WorkerReply {
  try {
    return { task, outcome: perform(body) };
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
  const reply = replyTo(request.task, request.body);
  parentPort?.postMessage(reply, 'outcome' in reply ? [...new Set(buffersOf(reply.outcome))] : []);
});
