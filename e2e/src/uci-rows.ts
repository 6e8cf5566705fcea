import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FILE = new URL('../../datasets/uci-phishing-websites.csv.gz', import.meta.url);

const readLines = (): string[] => gunzipSync(readFileSync(FILE)).toString('utf8').trim().split(/\r?\n/);

/** The header line and the first rows of the shipped data set. */
export function uciCsv(rows: number): string {
  return `${readLines()
    .slice(0, rows + 1)
    .join('\n')}\n`;
}

/** The shipped data set as rows of numbers by column, the label among them. */
export function readUciRows(): Record<string, number>[] {
  const [head = '', ...lines] = readLines();
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
