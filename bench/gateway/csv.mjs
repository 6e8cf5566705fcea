// A CSV up and a CSV down: seconds to the last byte, and the highest memory of each process.
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
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
  const weir = (accept, coding = 'identity') => {
    const headers = { accept, 'accept-encoding': coding };
    return (file) => measured(file, () => startWeir(environment), '/v1/predictions/uci-30', headers);
  };
  const peer = (route) => {
    const headers = { accept: '*/*', 'accept-encoding': 'identity' };
    return (file) => measured(file, () => startPeer(python, PEER), `/${route}`, headers);
  };
  return {
    'Weir, CSV': weir('text/csv'),
    'Weir, CSV packed (br)': weir('text/csv', 'br'),
    'FastAPI, LightGBM, pandas, CSV': peer('csv'),
    ...(process.env.BENCH_TABLE === 'true'
      ? { 'Weir, HTML table': weir('text/html'), 'FastAPI, LightGBM, pandas, HTML table': peer('csv-table') }
      : {}),
  };
}

async function measured(file, begin, route, headers) {
  const side = await begin();
  try {
    const small = { rows: WARM_UP_ROWS, path: warmUpFile(file) };
    for (let times = 0; times < 3; times++) await upload(`${side.url}${route}`, small, headers);
    const seconds = await upload(`${side.url}${route}`, file, headers);
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
async function upload(url, { path, rows }, headers) {
  const begun = performance.now();
  const { status, body } = await post(url, path, headers);
  const seconds = (performance.now() - begun) / 1000;
  const bytes = headers['accept-encoding'] === 'br' ? brotliDecompressSync(body) : body;
  if (status !== 200) throw new Error(`${status} ${bytes.toString('utf8', 0, 300)}`);
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  if (lines < rows) throw new Error(`${lines} lines of ${rows} rows came back`);
  return seconds;
}

/** The answer's bytes as they came: `fetch` would unpack them in this process, beside the one that is measured. */
function post(url, path, headers) {
  const boundary = 'weir-bench';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const type = `multipart/form-data; boundary=${boundary}`;
    const sent = request(url, { method: 'POST', headers: { ...headers, 'content-type': type } });
    sent.on('error', reject).on('response', (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
    });
    sent.write(head);
    const file = createReadStream(path, { highWaterMark: 1_048_576 });
    file.on('error', reject).on('end', () => sent.end(`\r\n--${boundary}--\r\n`));
    file.pipe(sent, { end: false });
  });
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
