// Who answers: Weir's gateway with its inference service behind it, and the FastAPI services.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, postJson, start, stop, until } from '../measure/processes.mjs';
import { uciCsv } from './records.mjs';

const READY_SECONDS = 180;
const SERVICES = ['training', 'validation', 'ingestion'];
const SCHEMA = 'uci-30';

/** The FastAPI services by name: which model, how many uvicorn workers. */
export const PEERS = {
  'echo-1': { label: 'FastAPI echo, no model, 1 worker', model: 'none', workers: 1, route: 'echo' },
  'echo-2': { label: 'FastAPI echo, no model, 2 workers', model: 'none', workers: 2, route: 'echo' },
  'lightgbm-1': { label: 'FastAPI, LightGBM, 1 worker', model: 'lightgbm', workers: 1, route: 'predict' },
  'lightgbm-2': { label: 'FastAPI, LightGBM, 2 workers', model: 'lightgbm', workers: 2, route: 'predict' },
  'tree-1': { label: 'FastAPI, decision tree, 1 worker', model: 'tree', workers: 1, route: 'predict' },
  'tree-2': { label: 'FastAPI, decision tree, 2 workers', model: 'tree', workers: 2, route: 'predict' },
  'forest-1': { label: 'FastAPI, forest of 256, 1 worker', model: 'forest', workers: 1, route: 'predict' },
  'forest-2': { label: 'FastAPI, forest of 256, 2 workers', model: 'forest', workers: 2, route: 'predict' },
};

/** Starts a peer; `stop()` ends it and all its workers. */
export async function startPeer(python, { model, workers }) {
  const data = join(tmpdir(), `weir-bench-uci-${process.pid}.csv`);
  writeFileSync(data, uciCsv());
  const port = await freePort();
  const child = start(
    python,
    [
      '-m',
      'uvicorn',
      '--app-dir',
      'bench/gateway/python',
      'peer:app',
      '--host',
      '127.0.0.1',
      '--port',
      `${port}`,
    ].concat(['--workers', `${workers}`, '--log-level', 'warning', '--no-access-log']),
    // One thread a worker: two cores are shared by all.
    { env: { PEER_DATA: data, PEER_MODEL: model, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' } },
  );
  const url = `http://127.0.0.1:${port}`;
  await readyOrStopped(child, 'FastAPI', () => fetch(`${url}/ready`).then(({ ok }) => ok));
  return { url, children: [child], stop: () => stop(child) };
}

/** Trains the `uci-30` champion with the data set shipped, by the services of the pipeline; gives what it is. */
export async function trainChampion(environment) {
  const children = [];
  try {
    for (const service of SERVICES) children.push(await startService(service, environment));
    const weir = await startWeir(environment);
    children.push(...weir.children);
    const source = { kind: 'file', path: join(process.cwd(), 'datasets', 'uci-phishing-websites.csv.gz') };
    const run = await postJson(`${weir.url}/v1/runs`, { schema: SCHEMA, source });
    const done = await until('trained model', async () => {
      const now = await (await fetch(`${weir.url}/v1/runs/${run.id}`)).json();
      if (now.state === 'failed') throw new Error(now.error?.message);
      return now.state === 'succeeded' && now;
    });
    const model = await (await fetch(`${weir.url}/v1/models/${SCHEMA}/${done.version}`)).json();
    return `${model.algorithm} ${JSON.stringify(model.parameters)}`;
  } finally {
    await Promise.all(children.map((child) => stop(child)));
  }
}

/** Gateways and one inference behind them, a process each, as Compose starts them. */
export async function startWeir(environment, gateways = 1) {
  const inferencePort = await freePort();
  const inference = await startService('inference', environment, inferencePort, ['--max-semi-space-size=32']);
  const inferenceUrl = `http://127.0.0.1:${inferencePort}`;
  const ports = [];
  const children = [];
  for (let nth = 0; nth < gateways; nth++) {
    ports.push(await freePort());
    const variables = { ...environment, WEIR_INFERENCE_URL: inferenceUrl };
    children.push(await startService('gateway', variables, ports.at(-1)));
  }
  children.push(inference);
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  return {
    url: urls[0],
    urls,
    inferenceUrl,
    children,
    stop: async () => {
      for (const child of children) await stop(child);
    },
  };
}

async function startService(service, environment, given, flags = []) {
  const port = given ?? (await freePort());
  const child = start(process.execPath, [...flags, `services/${service}/dist/main.js`], {
    env: {
      ...environment,
      WEIR_PORT: String(port),
      WEIR_FILES: join(process.cwd(), 'datasets'),
      WEIR_LOG_LEVEL: 'warn',
    },
  });
  const ready = () => fetch(`http://127.0.0.1:${port}/health/ready`).then(({ ok }) => ok);
  await readyOrStopped(child, service, ready);
  return child;
}

async function readyOrStopped(child, what, ask) {
  try {
    await until(what, ask, { child, seconds: READY_SECONDS });
  } catch (error) {
    await stop(child, 'SIGKILL');
    throw new Error(`${error.message}; it said last: ${child.output.slice(-600)}`, { cause: error });
  }
}
