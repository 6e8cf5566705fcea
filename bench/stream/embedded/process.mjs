// One process: the inference service on the embedded backends, and who publishes to it. Prints one line of JSON.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ALL_TOPICS, TOPICS } from '@weir/contracts';
import { inferenceService } from '@weir/inference';
import {
  createLogger,
  Metrics,
  openBackends,
  readEnvironment,
  readSchemas,
  startService,
} from '@weir/platform';
import { trainingService } from '@weir/training';
import { recordOf } from '../events.mjs';
import { EVENTS, WARM_UP } from '../settings.mjs';
import { Tally } from '../tally.mjs';

const INPUT = TOPICS.urlsSubmitted.name;
const OUTPUT = TOPICS.urlsVerdicts.name;
const GROUP = 'weir-inference';
const RECORDS_A_PUBLISH = 1_000;
const LISTEN = { host: '127.0.0.1', port: 0 };

const home = mkdtempSync(join(tmpdir(), 'weir-bench-'));
const environment = readEnvironment({ WEIR_HOME: home, WEIR_DELIVERY: process.env.WEIR_DELIVERY });
let log = '';
const destination = { write: (line) => (log += line) };
const backends = await openBackends(environment, () => createLogger({ service: 'bench', level: 'silent' }));
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`);
} finally {
  await backends.close();
  rmSync(home, { recursive: true, force: true });
}
process.exit(0);

/** All figures of one process: it is warm when the first of them is taken. */
async function measure() {
  await backends.bus.ensureTopics(ALL_TOPICS);
  await registerStarter();
  const beside = WARM_UP + EVENTS;
  const end = beside + EVENTS;
  const service = await begin('inference', inferenceService);
  await publish(0, WARM_UP);
  await handled();
  const publishing = stage();
  await publish(WARM_UP, beside);
  await handled();
  const besidePublisher = publishing();
  await service.close();
  const writing = stage();
  await publish(beside, end);
  const publishOnly = writing();
  // It takes up its work while it still starts: the rate is therefore that between its first and its last batch.
  const draining = stage();
  const again = await begin('inference', inferenceService);
  await handled();
  const drained = draining();
  await again.close();
  const { rateBetween, flaggedShare, bytes, duplicates } = await readVerdicts(beside, end);
  return {
    delivery: environment.delivery,
    besidePublisher: { rate: EVENTS / besidePublisher.seconds, cpu: besidePublisher.cpu },
    publishOnly: { rate: EVENTS / publishOnly.seconds, cpu: publishOnly.cpu },
    drained: { rate: rateBetween, cpu: drained.cpu, flaggedShare, bytes, duplicates },
  };
}

/** Seconds from now on, and of CPU for a million events. */
function stage() {
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpuBefore);
    return { seconds: (performance.now() - begun) / 1000, cpu: (user + system) / EVENTS };
  };
}

/** A service of this process, consuming. */
async function begin(service, definition) {
  const running = await startService(
    {
      service,
      environment,
      backends,
      logger: createLogger({ service, level: 'info', destination }),
      metrics: new Metrics(),
      schemas: readSchemas([]),
    },
    definition,
    LISTEN,
  );
  await running.consuming;
  return running;
}

async function registerStarter() {
  const training = await begin('training', trainingService);
  await waitFor(() => log.includes('the starter model is champion'), 'the starter model');
  await training.close();
}

async function publish(from, to) {
  for (let next = from; next < to; next += RECORDS_A_PUBLISH) {
    const records = [];
    for (let number = next; number < Math.min(next + RECORDS_A_PUBLISH, to); number++)
      records.push({ topic: INPUT, ...recordOf(number) });
    await backends.bus.publish(records);
  }
}

/** Resolves once the service has committed all that was published. */
function handled() {
  return waitFor(async () => {
    const lags = await backends.bus.lag(GROUP, [INPUT]);
    return lags.every(({ lag }) => lag === 0n);
  }, 'commits');
}

async function waitFor(ask, what) {
  const deadline = performance.now() + 300_000;
  while (!(await ask())) {
    if (performance.now() > deadline) throw new Error(`no ${what}: ${log.slice(-800)}`);
    await delay(10);
  }
}

async function readVerdicts(from, end) {
  const tally = new Tally(from, end);
  const subscription = await backends.bus.subscribe(
    { group: 'bench-reader', topics: [OUTPUT], from: 'earliest' },
    async ({ records }) => {
      for (const record of records) tally.take(record);
    },
  );
  const deadline = performance.now() + 60_000;
  while (tally.missing > 0 && performance.now() < deadline) await delay(50);
  await subscription.close();
  return tally.figures();
}
