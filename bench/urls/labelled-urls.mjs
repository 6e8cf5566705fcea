import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { ROOT } from '../measure/processes.mjs';

/** The texts of `urls-labelled.csv.gz`, from `../shared/data` or the folder in `WEIR_BENCH_DATA`. */
export function readLabelledUrls() {
  const file = join(resolve(ROOT, process.env.WEIR_BENCH_DATA ?? '../shared/data'), 'urls-labelled.csv.gz');
  if (!existsSync(file))
    throw new Error(
      `there is no ${file}: set WEIR_BENCH_DATA to the folder that holds it (see bench/README.md)`,
    );
  return parse(gunzipSync(readFileSync(file)), { columns: true }).map(({ url }) => url);
}
