// Labelled URLs read one by one on one thread: by the engine's own `new URL`, by `parseUrl`, and to a row of features.
import { extractUrlFeatures, isUrlProblem, parseUrl, URL_FEATURES } from '@weir/url-features';
import { printTable, spread } from '../measure/statistics.mjs';
import { readLabelledUrls } from './labelled-urls.mjs';

const ROUNDS = 15;
const WARM_UP = 3;
const QUICK_URLS = 2000;

/** Each takes all URLs and gives a number made of all results, so that none is optimised away. */
const READINGS = {
  'new URL': (urls) => urls.reduce((sum, url) => sum + (URL.canParse(url) ? new URL(url).href.length : 0), 0),
  parse: (urls) => urls.reduce((sum, url) => sum + (parseUrl(url).canonical?.length ?? 0), 0),
  'parse and features': readRows,
};

const row = new Float32Array(URL_FEATURES.length);

function readRows(urls) {
  let sum = 0;
  for (const url of urls) {
    const parsed = parseUrl(url);
    if (isUrlProblem(parsed)) continue;
    extractUrlFeatures(parsed, row, 0);
    sum += row[0];
  }
  return sum;
}

export async function measureExtraction({ rounds = ROUNDS, quick }) {
  const all = readLabelledUrls();
  const urls = quick ? all.slice(0, QUICK_URLS) : all;
  const texts = { 'new URL': urls.map((url) => (/^https?:/i.test(url) ? url : `http://${url}`)) };
  const rates = Object.fromEntries(Object.keys(READINGS).map((name) => [name, { wall: [], processor: [] }]));
  for (let round = -WARM_UP; round < rounds; round++) {
    // In turn, so that a busy minute of the machine falls on all of them.
    for (const [name, read] of Object.entries(READINGS)) {
      const { wall, processor } = time(() => read(texts[name] ?? urls));
      if (round < 0) continue;
      rates[name].wall.push(urls.length / wall);
      rates[name].processor.push(urls.length / processor);
    }
  }
  process.stdout.write(
    `${urls.length.toLocaleString('en')} URLs, ${URL_FEATURES.length} features, ${rounds} rounds\n\n`,
  );
  printTable(
    ['one thread', 'URLs/s', 'URLs a second of processor time', 'µs a URL'],
    Object.entries(rates).map(([name, { wall, processor }]) => [
      name,
      spread(wall, 0),
      spread(processor, 0),
      spread(
        processor.map((rate) => 1e6 / rate),
        2,
      ),
    ]),
  );
  return rates;
}

/** Seconds by the clock, and of this process's own work: on a busy machine the clock tells of the others. */
function time(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (!Number.isFinite(result)) throw new Error('nothing was read');
  return { wall, processor: (user + system) / 1e6 };
}
