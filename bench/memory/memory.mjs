// Resident memory of each service as a process of its own on real servers: idle, and after a training run and some traffic;
// and of the five in one process on the embedded backends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, memoryOf, postJson, ROOT, start, stop, until } from '../measure/processes.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { printTable } from '../measure/statistics.mjs';

const SERVICES = ['ingestion', 'validation', 'training', 'inference', 'gateway'];
const VERDICTS = 20_000;
const BATCH = 500;

export async function measure() {
  const rows = [...(await measureFive()), await measureOne()];
  printTable(['process', 'idle, MB', 'after training and 20,000 verdicts, MB', 'highest, MB'], rows);
}

async function measureFive() {
  const environment = serverEnvironment();
  const ports = Object.fromEntries(await Promise.all(SERVICES.map(async (name) => [name, await freePort()])));
  const shared = {
    ...environment,
    WEIR_FILES: join(ROOT, 'datasets'),
    WEIR_INFERENCE_URL: `http://127.0.0.1:${ports.inference}`,
  };
  const children = Object.fromEntries(
    SERVICES.map((name) => [
      name,
      start(process.execPath, [`services/${name}/dist/main.js`], {
        env: { ...shared, WEIR_PORT: String(ports[name]) },
      }),
    ]),
  );
  try {
    for (const name of SERVICES)
      await until(
        `${name} ready`,
        async () => (await fetch(`http://127.0.0.1:${ports[name]}/health/ready`)).ok,
        { child: children[name] },
      );
    const idle = residents(children);
    await exercise(`http://127.0.0.1:${ports.gateway}`, {
      kind: 'file',
      path: 'uci-phishing-websites.csv.gz',
    });
    return SERVICES.map((name) => rowOf(name, idle[name], children[name]));
  } finally {
    await Promise.all(Object.values(children).map((child) => stop(child)));
  }
}

async function measureOne() {
  const home = mkdtempSync(join(tmpdir(), 'weir-bench-'));
  const port = await freePort();
  const child = start(
    process.execPath,
    ['services/standalone/dist/main.js', '--port', String(port), '--no-open', '--no-train'],
    { env: { WEIR_HOME: home } },
  );
  try {
    const url = `http://127.0.0.1:${port}`;
    await until('ready', async () => (await fetch(`${url}/health/ready`)).ok, { child });
    const idle = memoryOf(child.pid).resident;
    await exercise(url, { kind: 'file', path: join(ROOT, 'datasets', 'uci-phishing-websites.csv.gz') });
    return rowOf('all five in one, embedded', idle, child);
  } finally {
    await stop(child);
    rmSync(home, { recursive: true, force: true });
  }
}

async function exercise(url, source) {
  await until('a url model', () => postJson(`${url}/v1/verdicts`, { url: 'http://a.example/' }));
  const { id } = await postJson(`${url}/v1/runs`, { schema: 'uci-30', source });
  await until(
    'the end of the run',
    async () => (await (await fetch(`${url}/v1/runs/${id}`)).json()).state === 'succeeded',
  );
  for (let from = 0; from < VERDICTS; from += BATCH) {
    const urls = Array.from(
      { length: BATCH },
      (_, index) => `http://host${from + index}.example/path/${index}`,
    );
    await postJson(`${url}/v1/verdicts/batch`, { urls });
  }
}

function residents(children) {
  return Object.fromEntries(
    Object.entries(children).map(([name, child]) => [name, memoryOf(child.pid).resident]),
  );
}

function rowOf(name, idle, child) {
  const { resident, peak } = memoryOf(child.pid);
  return [name, idle.toFixed(0), resident.toFixed(0), peak.toFixed(0)];
}
