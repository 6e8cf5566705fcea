// What a reload costs the stream: the largest gap between two verdicts of a partition with reloads and without, in turn,
// at a steady rate and at the full one; and how long each step of a reload holds the event loop.
//   node bench/stream/reload.mjs [steps|gaps]      BENCH_SECONDS=10 BENCH_ROUNDS=3 BENCH_RATE=4000

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  createScorer,
  decodeArtifact,
  encodeArtifact,
  matrixOf,
  trainModel,
  verifyGoldenRows,
} from '@weir/learning';
import { CHAMPION, createLogger, ModelRegistry, openBackends, readEnvironment } from '@weir/platform';
import { Kafka, logLevel } from 'kafkajs';
import { freePort, memoryOf, start, stop, until } from '../measure/processes.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { median, printTable, spread } from '../measure/statistics.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const RATE = Number(process.env.BENCH_RATE ?? 4_000);
const STARTER = new URL('../../services/training/starter/url.safetensors', import.meta.url);
const UCI = new URL('../../datasets/uci-phishing-websites.csv.gz', import.meta.url);
const VERSIONS = 5;
/** Ids under way at the full rate. */
const MOST_UNDER_WAY = 10_000;
/** What the start of a load does to the first verdicts is no gap of the stream. */
const SETTLING_MS = 1_000;

export const MODES = ['steps', 'gaps'];

export async function measure(_options = {}, modes = []) {
  const chosen = modes.length > 0 ? modes : MODES;
  if (chosen.includes('steps')) await measureSteps();
  if (chosen.includes('gaps')) await measureGaps();
}

/** Milliseconds of each step: of the first reload of a process, and of later ones. */
async function measureSteps() {
  const artifacts = { starter: readFileSync(STARTER), ...(await trainedArtifacts()) };
  const rows = [];
  for (const [name, bytes] of Object.entries(artifacts)) {
    const rounds = Array.from({ length: 10 }, () => stepsOf(bytes));
    const later = rounds.slice(3);
    const column = (step) =>
      `${rounds[0][step].toFixed(1)} / ${median(later.map((each) => each[step])).toFixed(1)}`;
    const size = `${(bytes.length / 1e6).toFixed(2)} MB`;
    rows.push([name, size, ...['sha256', 'decode', 'golden', 'scorer', 'firstBatch'].map(column)]);
  }
  printTable(
    ['ms, first of its kind / later', 'size', 'SHA-256', 'decode', 'golden rows', 'scorer', 'first 500 rows'],
    rows,
  );
}

function stepsOf(bytes) {
  const timed = (step) => {
    const begun = performance.now();
    const result = step();
    return [result, performance.now() - begun];
  };
  const [, sha256] = timed(() => createHash('sha256').update(bytes).digest('hex'));
  const [artifact, decode] = timed(() => decodeArtifact(bytes));
  const [, golden] = timed(() => verifyGoldenRows(artifact));
  const [scorer, made] = timed(() => createScorer(artifact));
  const values = new Float32Array(500 * artifact.featureNames.length);
  const [, firstBatch] = timed(() => scorer.score(values, 500, new Float32Array(500)));
  return { sha256, decode, golden, scorer: made, firstBatch };
}

async function trainedArtifacts() {
  const forest = (trees) => trained('random-forest', { nEstimators: [trees] });
  return {
    'forest of 110': await forest(110),
    'forest of 300': await forest(300),
    'nearest neighbours': await trained('knn', { k: [5] }),
  };
}

/** A model of the shipped data set. */
async function trained(algorithm, grid) {
  const [head, ...lines] = gunzipSync(readFileSync(UCI)).toString().trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(',').map(Number));
  const { artifact } = await trainModel(
    {
      data: {
        matrix: matrixOf(rows.map((row) => row.slice(0, -1))),
        labels: Int32Array.from(rows, (row) => (row.at(-1) === -1 ? 0 : 1)),
        classes: 2,
      },
      schema: 'uci-30',
      featureNames: head.split(',').slice(0, -1),
      classes: ['phishing', 'legitimate'],
      positiveIndex: 0,
      seed: 1,
      lineage: {
        snapshotId: 'bench',
        snapshotSha256: '0'.repeat(64),
        runId: 'bench',
        createdAt: '2026-01-01T00:00:00.000Z',
        rows: rows.length,
      },
      algorithms: [algorithm],
      grids: { [algorithm]: grid },
    },
    { workers: 0 },
  );
  return encodeArtifact(artifact);
}

async function measureGaps() {
  const stage = await openStage();
  const cells = [];
  try {
    await stage.prepare();
    for (const load of [`${RATE.toLocaleString('en')} a second`, 'full']) {
      const rate = load === 'full' ? Number.POSITIVE_INFINITY : RATE;
      const found = { without: [], with: [] };
      for (let round = 0; round < ROUNDS; round++) {
        found.without.push(await stage.run(rate, false));
        found.with.push(await stage.run(rate, true));
      }
      for (const [reloads, runs] of Object.entries(found)) cells.push(rowOf(load, reloads, runs));
    }
    process.stdout.write(`resident ${stage.resident()} MB\n\n`);
  } finally {
    await stage.close();
  }
  printTable(
    [
      'load',
      'reloads',
      'of them a run',
      'verdicts/s',
      'largest gap, ms',
      "a partition's largest, median, ms",
    ],
    cells,
  );
}

function rowOf(load, reloads, runs) {
  const of = (key, digits = 0) =>
    spread(
      runs.map((run) => run[key]),
      digits,
    );
  return [load, reloads, of('reloads'), of('rate'), of('largest'), of('typical')];
}

/** Inference in a process of its own, with versions that differ in their thresholds. */
async function openStage() {
  const environment = serverEnvironment();
  const logger = createLogger({ service: 'bench', level: 'silent' });
  const backends = await openBackends(readEnvironment({ ...process.env, ...environment }), () => logger);
  const registry = new ModelRegistry(backends.documents, backends.bus, '/weir/bench');
  const port = await freePort();
  const child = start(process.execPath, ['services/inference/dist/main.js'], {
    env: { ...environment, WEIR_PORT: String(port), WEIR_LOG_LEVEL: 'error' },
  });
  const url = `http://127.0.0.1:${port}`;
  const moved = async (version) => {
    await registry.move({ name: 'url', alias: CHAMPION, version, by: 'bench', reason: 'bench' });
    await until(
      'the version',
      async () => {
        const { models } = await (await fetch(`${url}/internal/models`)).json();
        return models[0]?.version === version;
      },
      { child, everyMs: 10 },
    );
  };
  const client = await openClient(environment);
  return {
    prepare: async () => {
      await until('inference', async () => (await fetch(`${url}/health/ready`)).ok, { child });
      await register(registry, backends.objects);
      await moved(1);
    },
    resident: () => memoryOf(child.pid).resident.toFixed(0),
    run: (rate, reloading) => run({ client, moved, rate, reloading }),
    close: async () => {
      await client.close();
      await stop(child, 'SIGKILL');
      await backends.close();
    },
  };
}

async function register(registry, objects) {
  const starter = decodeArtifact(readFileSync(STARTER));
  for (let version = 1; version <= VERSIONS; version++) {
    const thresholds = { malicious: 0.4 + version / 10, suspicious: 0.2 + version / 20 };
    const artifact = { ...starter, thresholds };
    const bytes = encodeArtifact(artifact);
    const objectKey = `models/url/${randomUUID()}.safetensors`;
    await objects.put(objectKey, bytes);
    const { snapshotId, snapshotSha256, rows, seed, createdAt } = artifact.lineage;
    await registry.add({
      name: 'url',
      schema: artifact.schema,
      runId: randomUUID(),
      snapshotId,
      snapshotSha256,
      algorithm: artifact.algorithm,
      parameters: artifact.parameters,
      metrics: artifact.metrics,
      candidates: [],
      importance: [],
      thresholds,
      rows,
      seed,
      objectKey,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      createdAt,
    });
  }
}

/** Publishes numbered URLs and keeps the time of each verdict, by partition. */
async function openClient(environment) {
  const kafka = new Kafka({ brokers: environment.KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
  const producer = kafka.producer();
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await Promise.all([producer.connect(), consumer.connect()]);
  const client = { prefix: '', published: 0, seen: 0, times: new Map() };
  await consumer.subscribe({ topics: ['urls.verdicts'], fromBeginning: false });
  const fetching = new Promise((resolve) => consumer.on(consumer.events.FETCH, resolve));
  await consumer.run({
    eachBatch: async ({ batch }) => {
      const times = client.times.get(batch.partition) ?? [];
      client.times.set(batch.partition, times);
      for (const { headers, timestamp } of batch.messages) {
        if (!String(headers?.ce_id).startsWith(client.prefix)) continue;
        times.push(Number(timestamp));
        client.seen += 1;
      }
    },
  });
  await fetching;
  return {
    state: client,
    begin: () => Object.assign(client, { prefix: randomUUID(), published: 0, seen: 0, times: new Map() }),
    publish: async (count) => {
      const messages = Array.from({ length: count }, (_, index) => {
        const number = client.published + index;
        const value = JSON.stringify({
          id: `${client.prefix}-${number}`,
          url: `http://host${number % 5_000}.example${number % 97}.com/catalogue/item?session=${number}`,
        });
        return { key: `host${number % 5_000}`, value };
      });
      client.published += count;
      await producer.send({ topic: 'urls.submitted', messages });
    },
    close: async () => {
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}

async function run({ client, moved, rate, reloading }) {
  const state = client.begin();
  const begun = Date.now();
  const end = begun + SECONDS * 1_000;
  const loading = load(client, state, rate, begun, end);
  let reloads = 0;
  while (reloading && Date.now() < end) {
    reloads += 1;
    await moved(1 + (reloads % VERSIONS));
  }
  await loading;
  await until('every verdict', async () => state.seen >= state.published);
  const gaps = [...state.times.values()].map((times) => largestGap(times, begun + SETTLING_MS, end));
  return {
    reloads,
    rate: (1_000 * state.published) / (Date.now() - begun),
    largest: Math.max(...gaps),
    typical: median(gaps),
  };
}

async function load(client, state, rate, begun, end) {
  while (Date.now() < end) {
    const due = Math.min(
      1_000,
      rate === Number.POSITIVE_INFINITY
        ? MOST_UNDER_WAY - (state.published - state.seen)
        : Math.floor((rate * (Date.now() - begun)) / 1_000) - state.published,
    );
    if (due > 0) await client.publish(due);
    else await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function largestGap(times, from, until) {
  const within = times.filter((time) => time >= from && time <= until).sort((a, b) => a - b);
  return within.reduce((largest, time, index) => Math.max(largest, time - (within[index - 1] ?? time)), 0);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await measure({}, process.argv.slice(2));
  process.exit(0);
}
