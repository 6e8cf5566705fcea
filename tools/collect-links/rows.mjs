// Writes rows as packed CSV, ordered by their text so that the file does not hang on the order of collection.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { compare } from './select.mjs';

/** Writes a header and rows of fields to a `.csv.gz`; the first field of a row is its URL. */
export function writeRows(path, header, rows) {
  const lines = rows.map((row) => row.map(quoted).join(',')).sort(compare);
  writeFileSync(path, gzipSync(`${[header.join(','), ...lines].join('\n')}\n`, { level: 9 }));
  process.stdout.write(`${path}: ${rows.length} rows\n`);
}

function quoted(field) {
  return /[",]/.test(field) ? `"${String(field).replaceAll('"', '""')}"` : field;
}
