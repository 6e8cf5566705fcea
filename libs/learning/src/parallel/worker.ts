import { parentPort } from 'node:worker_threads';
import type { TaskRequest, WorkerReply, WorkerRequest } from './messages.js';
import { ProblemViews, performTask, type TaskOutcome } from './task.js';
import { describeFailure } from './worker-failure.js';

/** Between two messages about the steps of one task. */
const PROGRESS_MILLISECONDS = 200;

let views: ProblemViews | undefined;

function send(reply: WorkerReply, transferred: ArrayBuffer[] = []): void {
  parentPort?.postMessage(reply, transferred);
}

function perform({ task, body, threads }: TaskRequest): TaskOutcome {
  if (!views) throw new Error('a task came before its problem');
  const work = performTask(views, body, threads);
  let due = performance.now() + PROGRESS_MILLISECONDS;
  let steps = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) {
    steps++;
    const now = performance.now();
    if (now < due) continue;
    send({ task, steps });
    due = now + PROGRESS_MILLISECONDS;
  }
  return step.value;
}

function replyTo(request: TaskRequest): WorkerReply {
  const { task } = request;
  try {
    return { task, outcome: perform(request) };
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
  send(reply, 'outcome' in reply ? [...new Set(buffersOf(reply.outcome))] : []);
});
