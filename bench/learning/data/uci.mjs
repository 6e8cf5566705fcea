import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../../measure/processes.mjs';

/** Class 0. */
export const PHISHING = 0;

/** The rows of `uci-30`, as the repository ships them (datasets/README.md): 30 columns, 0 phishing and 1 legitimate. */
export function readUci({ every = 1 } = {}) {
  const file = join(ROOT, 'datasets', 'uci-phishing-websites.csv.gz');
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/);
  const cells = lines.filter((_, row) => row % every === 0).map((line) => line.split(',').map(Number));
  const columns = cells[0].length - 1;
  return {
    matrix: {
      rows: cells.length,
      columns,
      values: Float32Array.from(cells.flatMap((row) => row.slice(0, columns))),
    },
    labels: Int32Array.from(cells, (row) => (row[columns] === -1 ? 0 : 1)),
    classes: 2,
  };
}
