import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { ROOT } from '../measure/processes.mjs';

/** The rows of `urls-labelled.csv.gz`, from `../shared/data` or the folder in `WEIR_BENCH_DATA`. */
export function readLabelledRows() {
  const file = join(resolve(ROOT, process.env.WEIR_BENCH_DATA ?? '../shared/data'), 'urls-labelled.csv.gz');
  if (!existsSync(file))
    throw new Error(
      `there is no ${file}: set WEIR_BENCH_DATA to the folder that holds it (see bench/README.md)`,
    );
  return parse(gunzipSync(readFileSync(file)), { columns: true });
}

/** Their texts. */
export function readLabelledUrls() {
  return readLabelledRows().map(({ url }) => url);
}

/** At most `count` of them, evenly over the file: its sources follow one another. */
export function evenly(all, count) {
  const wanted = Math.min(count, all.length);
  return Array.from({ length: wanted }, (_, index) => all[Math.floor((index * all.length) / wanted)]);
}
