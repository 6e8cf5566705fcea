// Events per second from urls.submitted to urls.verdicts, beside a raw kafkajs echo of the same topic, in turn.
// Both read what was published before they start; the rate is taken between the first and the last record they publish.

import { TOPICS } from '@weir/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { freePort, start, stop, until } from '../measure/processes.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { printTable, spread } from '../measure/statistics.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const ECHO_TOPIC = 'bench.echo';
const PARTITIONS = TOPICS.urlsSubmitted.partitions;

export async function measure() {
  const environment = serverEnvironment();
  const admin = new Kafka({
    brokers: environment.KAFKA_BROKERS.split(','),
    logLevel: logLevel.NOTHING,
  }).admin();
  await admin.connect();
  await registerStarter(environment);
  const rates = { echo: [], weir: [] };
  for (let round = 0; round < ROUNDS; round++) {
    await recreate(admin, [TOPICS.urlsSubmitted.name, TOPICS.urlsVerdicts.name, ECHO_TOPIC]);
    await fill(environment);
    rates.echo.push(
      await rate(admin, ECHO_TOPIC, () =>
        start(process.execPath, ['bench/stream/echo.mjs', TOPICS.urlsSubmitted.name, ECHO_TOPIC]),
      ),
    );
    rates.weir.push(await rate(admin, TOPICS.urlsVerdicts.name, async () => startInference(environment)));
  }
  await admin.deleteTopics({ topics: [ECHO_TOPIC] });
  await admin.disconnect();
  const shares = rates.weir.map((weir, round) => (100 * weir) / rates.echo[round]);
  printTable(
    [
      `${EVENTS.toLocaleString('en')} events of about 120 bytes, ${PARTITIONS} partitions`,
      'median (least–most)',
      'rounds',
    ],
    [
      ['raw kafkajs echo, events/s', spread(rates.echo, 0), ROUNDS],
      ['Weir inference, events/s', spread(rates.weir, 0), ROUNDS],
      ['Weir as a share of the echo, %', spread(shares), ROUNDS],
    ],
  );
}

/** The training service registers the starter model, then it is not needed any more. */
async function registerStarter(environment) {
  const port = await freePort();
  const training = start(process.execPath, ['services/training/dist/main.js'], {
    env: { ...environment, WEIR_PORT: String(port) },
  });
  await until(
    'the starter model',
    async () =>
      training.output.includes('the starter model is champion') ||
      (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok,
    { child: training },
  );
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await stop(training);
}

async function startInference(environment) {
  return start(process.execPath, ['services/inference/dist/main.js'], {
    env: { ...environment, WEIR_PORT: String(await freePort()) },
  });
}

async function recreate(admin, topics) {
  const existing = await admin.listTopics();
  const doomed = topics.filter((topic) => existing.includes(topic));
  if (doomed.length > 0) await admin.deleteTopics({ topics: doomed });
  await until('new topics', async () => {
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((topic) => ({ topic, numPartitions: PARTITIONS })),
    });
    return true;
  });
}

async function fill(environment) {
  const producer = new Kafka({
    brokers: environment.KAFKA_BROKERS.split(','),
    logLevel: logLevel.NOTHING,
  }).producer();
  await producer.connect();
  for (let from = 0; from < EVENTS; from += 1_000) {
    const messages = Array.from({ length: 1_000 }, (_, index) => eventOf(from + index));
    await producer.send({ topic: TOPICS.urlsSubmitted.name, messages });
  }
  await producer.disconnect();
}

function eventOf(number) {
  const id = `evt-${String(number).padStart(8, '0')}`;
  const value = JSON.stringify({
    id,
    url: `http://host${number % 5_000}.example.com/catalogue/item?session=${number}`,
    source: 'bench',
  });
  return { key: `host${number % 5_000}`, value };
}

/** Starts a process that fills `topic`, and gives the events per second between its first and its last record. */
async function rate(admin, topic, launch) {
  const count = async () =>
    (await admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0);
  const child = await launch();
  try {
    const first = await until(`the first record on ${topic}`, count, { child, everyMs: 10 });
    const begun = performance.now();
    await until(`${EVENTS} records on ${topic}`, async () => (await count()) >= EVENTS, {
      child,
      everyMs: 10,
    });
    return ((EVENTS - first) / (performance.now() - begun)) * 1000;
  } finally {
    await stop(child, 'SIGKILL');
  }
}
