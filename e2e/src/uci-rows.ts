import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The shipped data set as rows of numbers by column, the label among them. */
export function readUciRows(): Record<string, number>[] {
  const file = new URL('../../datasets/uci-phishing-websites.csv.gz', import.meta.url);
  const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, Number(values[index])]));
  });
}

export function withoutLabel(row: Record<string, number>): Record<string, number> {
  const { Result: _label, ...features } = row;
  return features;
}
