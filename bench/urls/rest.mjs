// The same over HTTP: all five services in one process, started as `npm start` starts them, one request at a time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUrlProblem, parseUrl } from '@weir/url-features';
import { freePort, postJson, start, stop, until } from '../measure/processes.mjs';
import { evenly, readLabelledUrls } from './labelled-urls.mjs';
import { batchesOf, inTurn, percentilesOf, printFigures } from './timing.mjs';

const ROUNDS = 5;
const WARM_UP = 2;
const BATCH = 1000;
const STARTUP = ['scripts/start.mjs', '--no-open', '--no-train', '--port'];

const WAYS = {
  'without reasons': { reasons: false, singles: 1000, batches: 10 },
  'with exact reasons, and what would change it': { reasons: true, singles: 500, batches: 1 },
};

export async function measureRest({ rounds = ROUNDS, quick }) {
  const urls = readLabelledUrls().filter((url) => !isUrlProblem(parseUrl(url)));
  const sizes = ({ reasons, singles, batches }) => ({
    reasons,
    singles: evenly(urls, quick ? 50 : singles),
    batches: batchesOf(evenly(urls, (quick ? 1 : batches) * BATCH), BATCH),
  });
  const figures = await withStandalone((api) =>
    inTurn(WAYS, quick ? 1 : rounds, quick ? 0 : WARM_UP, (way) => measureWay(api, sizes(way))),
  );
  printFigures(
    'POST /v1/verdicts on loopback, the shipped model',
    {
      'one URL, p50, ms': { figure: 'p50', digits: 2 },
      'p99, ms': { figure: 'p99', digits: 2 },
      'URLs/s, 1,000 a request': { figure: 'rate', digits: 0 },
    },
    figures,
  );
  return figures;
}

async function measureWay(api, { reasons, singles, batches }) {
  const one = [];
  for (const url of singles) one.push(await timed(() => postJson(api, { url, reasons })));
  const many = [];
  for (const each of batches) many.push(await timed(() => postJson(`${api}/batch`, { urls: each, reasons })));
  const seconds = many.reduce((sum, each) => sum + each, 0) / 1000;
  return { ...percentilesOf(one), rate: (batches.length * BATCH) / seconds };
}

async function timed(request) {
  const begun = performance.now();
  await request();
  return performance.now() - begun;
}

/** A new state each time: what an earlier one trained would serve in place of the shipped model. */
async function withStandalone(work) {
  const home = mkdtempSync(join(tmpdir(), 'weir-bench-'));
  const port = await freePort();
  const child = start(process.execPath, [...STARTUP, String(port)], { env: { WEIR_HOME: home } });
  const api = `http://127.0.0.1:${port}/v1/verdicts`;
  try {
    await until('verdict', () => postJson(api, { url: 'https://example.org/' }), { seconds: 120, child });
    return await work(api);
  } finally {
    await stop(child);
    rmSync(home, { recursive: true, force: true });
  }
}
