import type { Format } from './table.js';

const EXTENSIONS: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'csv',
  arff: 'arff',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};

/** The format a name says (`rows.csv.gz` is CSV), or else the one the first characters look like. */
export function detectFormat(name: string, head: string): Format {
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = EXTENSIONS[extension];
  if (named !== undefined) return named;
  const first = head.trimStart();
  if (/^[{[]/.test(first)) return 'ndjson';
  return /^(%|@relation\b|@attribute\b)/i.test(first) ? 'arff' : 'csv';
}
