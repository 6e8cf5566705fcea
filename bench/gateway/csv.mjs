// A CSV up and a CSV down: seconds to the last byte, and the highest memory of each process.
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { memoryOf } from '../measure/processes.mjs';
import { pythonEnvironment } from '../measure/python-environment.mjs';
import { serverEnvironment } from '../measure/servers.mjs';
import { note, printTable, spread } from '../measure/statistics.mjs';
import { csvOf } from './records.mjs';
import { startPeer, startWeir, trainChampion } from './sides.mjs';

const ROUNDS = 3;
const SIZES = [11_055, 1_000_000];
const WARM_UP_ROWS = 1_000;
const KINDS = ['repeated', 'distinct'];
/** The family's way holds the table three times over: a million rows need six gigabytes and two minutes. */
const PEER = { model: 'lightgbm', workers: 1 };

/** BENCH_TABLE=true also measures the peer's HTML table at each size. */
export async function measureCsv({ rounds = ROUNDS, quick }) {
  const { python } = pythonEnvironment('gateway');
  const environment = serverEnvironment();
  process.stdout.write(`Champion: ${await trainChampion(environment)}\n\n`);
  const folder = mkdtempSync(join(tmpdir(), 'weir-bench-csv-'));
  try {
    const files = writeFiles(folder, quick ? [11_055] : SIZES);
    const sides = sidesOf(python, environment);
    const figures = {};
    for (let round = 0; round < (quick ? 1 : rounds); round++) {
      const order = Object.entries(sides);
      for (const [name, side] of round % 2 === 0 ? order : order.toReversed())
        for (const file of files) note(figures, [name, file.name], await side(file));
    }
    print(figures, files);
    return { figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFiles(folder, sizes) {
  return sizes.flatMap((rows) =>
    KINDS.map((kind) => {
      const path = join(folder, `${rows}-${kind}.csv`);
      writeFileSync(path, csvOf(rows, kind));
      return { name: `${rows.toLocaleString('en')} ${kind}`, rows, path };
    }),
  );
}

/** Each upload has processes of its own, so that the highest memory is this upload's; a small one goes first, to warm. */
function sidesOf(python, environment) {
  const weir = (accept) => (file) =>
    measured(file, () => startWeir(environment), '/v1/predictions/uci-30', accept);
  const peer = (route) => (file) => measured(file, () => startPeer(python, PEER), `/${route}`, '*/*');
  return {
    'Weir, CSV': weir('text/csv'),
    'FastAPI, LightGBM, pandas, CSV': peer('csv'),
    ...(process.env.BENCH_TABLE === 'true'
      ? { 'Weir, HTML table': weir('text/html'), 'FastAPI, LightGBM, pandas, HTML table': peer('csv-table') }
      : {}),
  };
}

async function measured(file, begin, route, accept) {
  const side = await begin();
  try {
    const small = { rows: WARM_UP_ROWS, path: warmUpFile(file) };
    for (let times = 0; times < 3; times++) await upload(`${side.url}${route}`, small, accept);
    const seconds = await upload(`${side.url}${route}`, file, accept);
    return { seconds, peaks: side.children.map(({ pid }) => memoryOf(pid).peak) };
  } finally {
    await side.stop();
  }
}

function warmUpFile({ path }) {
  const small = join(dirname(path), 'warm-up.csv');
  writeFileSync(small, csvOf(WARM_UP_ROWS, 'repeated'));
  return small;
}

/** Seconds from the first byte sent to the last received. Throws where not every row came back. */
async function upload(url, { path, rows }, accept) {
  const form = new FormData();
  form.append('file', await openAsBlob(path), 'rows.csv');
  const begun = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { accept, 'accept-encoding': 'identity' },
  });
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 300)}`);
  let lines = 0;
  for await (const chunk of response.body) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  const seconds = (performance.now() - begun) / 1000;
  if (lines < rows) throw new Error(`${lines} lines of ${rows} rows came back`);
  return seconds;
}

function print(figures, files) {
  const rows = Object.entries(figures).flatMap(([name, byFile]) =>
    files.map((file) => {
      const rounds = byFile[file.name];
      const peaks = rounds[0].peaks.map((_, process) =>
        spread(
          rounds.map(({ peaks: each }) => each[process]),
          0,
        ),
      );
      return [
        name,
        file.name,
        spread(
          rounds.map(({ seconds }) => seconds),
          2,
        ),
        peaks.join(' + '),
      ];
    }),
  );
  printTable(['side', 'rows', 'seconds', 'highest memory, MB (gateway + inference)'], rows);
}
