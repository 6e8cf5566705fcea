import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../measure/processes.mjs';
import { urlOf } from '../stream/events.mjs';

const UCI = join(ROOT, 'datasets', 'uci-phishing-websites.csv.gz');

const linesOf = (path) => gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split(/\r?\n/);

/** UCI 327 as text: a header line and 11,055 rows, the label last. */
export function uciCsv() {
  return `${linesOf(UCI).join('\n')}\n`;
}

/** JSON bodies of one row each, all distinct. */
export function distinctRecords(count) {
  const [head, ...rows] = linesOf(UCI).map((line) => line.split(','));
  const features = head.slice(0, -1);
  const distinct = [...new Set(rows.map((row) => row.slice(0, -1).join(',')))].slice(0, count);
  return distinct.map((row) =>
    JSON.stringify(
      Object.fromEntries(row.split(',').map((value, index) => [features[index], Number(value)])),
    ),
  );
}

/** JSON bodies of one URL each, as the stream's bench has them: ordinary links, one in fifty made up to look like phishing. */
export function distinctUrls(count) {
  const urls = new Set();
  for (let number = 0; urls.size < count; number++) urls.add(urlOf(number));
  return [...urls].map((url) => JSON.stringify({ url }));
}

/**
 * A CSV of so many rows under UCI's columns. `repeated`: its own rows again and again. `distinct`: no two alike, each
 * value drawn anew from its column (most rows then look like nothing a model has seen).
 */
export function csvOf(rows, kind) {
  const [head, ...body] = linesOf(UCI);
  const features = head.split(',').slice(0, -1).join(',');
  const cells = body.map((line) => line.split(',').slice(0, -1));
  if (kind === 'repeated') {
    const texts = cells.map((row) => row.join(','));
    return `${[features, ...Array.from({ length: rows }, (_, index) => texts[index % texts.length])].join('\n')}\n`;
  }
  const random = generator(1);
  const seen = new Set();
  while (seen.size < rows) {
    seen.add(cells[0].map((_, column) => cells[random() % cells.length][column]).join(','));
  }
  return `${[features, ...seen].join('\n')}\n`;
}

/** xorshift32: the same rows each time. */
function generator(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
