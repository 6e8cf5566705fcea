import { refang } from '../../check/pasted-urls.js';
import { csvLine, csvRecords, type Delimiter, delimiterOf } from './csv.js';
import { type Detected, detect } from './detect.js';
import type { Schema } from './schemas.js';
import { UnusableFile } from './unusable-file.js';

/** What is to be scored, row by row. */
export type BatchInput =
  | { readonly kind: 'urls'; readonly name: string; readonly urls: readonly string[] }
  | {
      readonly kind: 'features';
      readonly name: string;
      readonly schema: Schema;
      /** Cells of the schema's columns, in its order. */
      readonly rows: readonly (readonly string[])[];
    };

/** Enough to tell what a file is. */
const SAMPLE = 200;
const SAMPLE_CHARACTERS = 262_144;

/** The rows of a file's text. Throws `UnusableFile`. */
export function batchInput(name: string, text: string, schemas: readonly Schema[]): BatchInput {
  const firstLine = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  const delimiter = delimiterOf(firstLine);
  const sample = text.length > SAMPLE_CHARACTERS ? wholeLines(text.slice(0, SAMPLE_CHARACTERS)) : text;
  const detected = detect(sampleRecords(sample, delimiter), schemas);
  if (detected.kind === 'features') return features(name, csvRecords(text, delimiter), detected);
  const urls = isPlainList(text, detected) ? plainLines(text) : urlsOf(csvRecords(text, delimiter), detected);
  if (urls.length === 0) throw new UnusableFile('There is a header line, and no row under it.');
  return { kind: 'urls', name, urls: urls.map((url) => refang(url.trim())) };
}

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1) || text;

/** A list of URLs is no CSV where they hold quotes; then its lines are taken as they are. */
function sampleRecords(sample: string, delimiter: Delimiter): string[][] {
  try {
    return csvRecords(sample, delimiter, SAMPLE);
  } catch (error) {
    const lines = plainLines(sample).slice(0, SAMPLE);
    if (lines.some((line) => /^(https?|hxxps?):/i.test(line))) return lines.map((line) => [line]);
    throw error;
  }
}

/** URLs one a line may hold commas and quotes of their own. */
function isPlainList(text: string, detected: Detected): boolean {
  return detected.kind === 'urls' && detected.column === 0 && !detected.hasHeader && !/^\s*"/.test(text);
}

function plainLines(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function urlsOf(records: string[][], { column, hasHeader }: Extract<Detected, { kind: 'urls' }>): string[] {
  return records.slice(hasHeader ? 1 : 0).map((record) => record[column] ?? '');
}

function features(
  name: string,
  records: string[][],
  { schema, indexes }: Extract<Detected, { kind: 'features' }>,
): BatchInput {
  const rows = records.slice(1).map((record) => indexes.map((index) => record[index] ?? ''));
  if (rows.length === 0) throw new UnusableFile('There is a header line, and no row under it.');
  return { kind: 'features', name, schema, rows };
}

export function rowCount(input: BatchInput): number {
  return input.kind === 'urls' ? input.urls.length : input.rows.length;
}

/** The rows from `start`, as the CSV that the gateway takes. */
export function asCsv(input: BatchInput, urlColumn: string): string[] {
  if (input.kind === 'urls') return [csvLine([urlColumn]), ...input.urls.map((url) => csvLine([url]))];
  const header = csvLine(input.schema.columns.map(({ name }) => name));
  return [header, ...input.rows.map(csvLine)];
}
