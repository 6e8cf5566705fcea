// A process of its own: publishes events at a fixed rate, whatever becomes of them, and times each answer.
// Says `ready` once its first event was answered; a line on its input then begins. Prints one line of JSON at the end.
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Producer } from '@platformatic/kafka';
import { recordOf } from '../events.mjs';
import { INPUT } from '../topics.mjs';
import { Answers } from './answers.mjs';
import { summarise } from './summary.mjs';

/** As a producer that lingers: what fell due in the meantime goes together. */
const EVERY_MS = 5;
const FIRST_ATTEMPT_EVERY_MS = 200;
/** For answers after the last event was sent. */
const PATIENCE_MS = 30_000;

const [rate, warmUpSeconds, seconds, base] = process.argv.slice(2).map(Number);
const warmUp = Math.floor(rate * warmUpSeconds);
const total = warmUp + Math.floor(rate * seconds);
const producer = new Producer({
  clientId: 'bench-load',
  bootstrapBrokers: process.env.KAFKA_BROKERS.split(','),
  acks: -1,
});
const answers = await Answers.open(base, total);
/** When each event was to be sent, and how much later it was handed to the client. */
const scheduled = new Float64Array(total);
const late = new Float64Array(total);
let failedSends = 0;

await answerAtAll();
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const cpuBefore = process.cpuUsage();
await sendAll(performance.now() + EVERY_MS);
await answers.all(PATIENCE_MS);
const { user, system } = process.cpuUsage(cpuBefore);
const figures = summarise({ scheduled, late, answered: answers.at, from: warmUp, until: performance.now() });
process.stdout.write(
  `${JSON.stringify({ ...figures, duplicates: answers.duplicates, failedSends, generatorCpu: (user + system) / 1e6 })}\n`,
);
process.exit(0);

/** Events until one is answered: the groups are joined and both ways open. They are numbered beyond the last. */
async function answerAtAll() {
  for (let nth = 0; answers.others === 0; nth++) {
    await producer.send({ messages: [messageOf(base + total + nth)] });
    await new Promise((resolve) => setTimeout(resolve, FIRST_ATTEMPT_EVERY_MS));
  }
}

/** Open loop: a send is due by the clock alone. One that comes late counts from when it was due. */
async function sendAll(start) {
  let sent = 0;
  for (let tick = 0; sent < total; tick++) {
    const due = start + tick * EVERY_MS;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const end = Math.min(total, Math.floor(((tick + 1) * EVERY_MS * rate) / 1000));
    if (end > sent) send(sent, end, due);
    sent = end;
  }
}

function send(from, end, due) {
  const messages = [];
  for (let index = from; index < end; index++) messages.push(messageOf(base + index));
  const lateness = Math.max(0, performance.now() - due);
  scheduled.fill(due, from, end);
  late.fill(lateness, from, end);
  producer.send({ messages }).catch(() => {
    failedSends += 1;
  });
}

function messageOf(number) {
  const { key, value, partition } = recordOf(number);
  const record = { topic: INPUT, value: Buffer.from(value), partition };
  return key === null ? record : { ...record, key: Buffer.from(key) };
}
