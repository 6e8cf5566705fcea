import { stringify } from 'csv-stringify/sync';
import type { OutputTask } from './output.js';

/** The input's columns as they came, then `prediction`, `verdict`, `probability`. */
export async function* csvOutput({ columns, chunks }: OutputTask): AsyncGenerator<string> {
  const header = stringify([[...columns, 'prediction', 'verdict', 'probability']]);
  let prefix = header;
  for await (const { rows, predictions } of chunks) {
    const lines = rows.map((row, index) => {
      const prediction = predictions[index];
      return [...row.cells, prediction?.label, prediction?.verdict, prediction?.probability];
    });
    yield prefix + stringify(lines);
    prefix = '';
  }
}
