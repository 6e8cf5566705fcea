import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  extractUrlFeatures,
  isUrlProblem,
  parseUrl,
  registrableDomain,
  urlFeatureNames,
} from '@weir/url-features';
import { parse } from 'csv-parse/sync';
import { ROOT } from '../../measure/processes.mjs';

/** The labelled URLs as features of their text; 0 phishing and 1 benign; one group a registrable domain. */
export function readUrls({ every = 1 } = {}) {
  const columns = urlFeatureNames.length;
  const records = readRecords().filter((_, row) => row % every === 0);
  const values = new Float32Array(records.length * columns);
  const labels = new Int32Array(records.length);
  const groups = new Int32Array(records.length);
  const domains = new Map();
  let rows = 0;
  for (const { url, label } of records) {
    const parsed = parseUrl(url);
    if (isUrlProblem(parsed)) continue;
    extractUrlFeatures(parsed, values, rows * columns);
    labels[rows] = label === 'phishing' ? 0 : 1;
    const domain = registrableDomain(parsed);
    if (!domains.has(domain)) domains.set(domain, domains.size);
    groups[rows++] = domains.get(domain);
  }
  return {
    matrix: { rows, columns, values: values.subarray(0, rows * columns) },
    labels: labels.subarray(0, rows),
    groups: groups.subarray(0, rows),
    classes: 2,
  };
}

function readRecords() {
  const folder = resolve(ROOT, process.env.WEIR_BENCH_DATA ?? '../shared/data');
  const file = join(folder, 'urls-labelled.csv.gz');
  if (!existsSync(file))
    throw new Error(
      `there is no ${file}: set WEIR_BENCH_DATA to the folder that holds it (see bench/README.md)`,
    );
  return parse(gunzipSync(readFileSync(file)), { columns: true });
}
