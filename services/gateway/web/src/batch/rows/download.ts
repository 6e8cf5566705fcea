import { csvLine } from '../input/csv.js';
import type { BatchResult } from './batch-row.js';

/** Written in pieces: one string of a hundred thousand lines would stand twice in memory. */
const LINES_A_PIECE = 5_000;

/** The results as CSV: the row, what it was, and its verdict or error. */
export function resultsCsv({ kind, rows }: BatchResult): string[] {
  const header = csvLine([
    'row',
    kind === 'urls' ? 'url' : 'features',
    'prediction',
    'verdict',
    'probability',
    'error',
  ]);
  const pieces = [header];
  for (let start = 0; start < rows.length; start += LINES_A_PIECE) {
    const lines = rows
      .slice(start, start + LINES_A_PIECE)
      .map(({ row, text, label, verdict, probability, error }) =>
        csvLine([row, text, label, verdict, probability, error]),
      );
    pieces.push(lines.join(''));
  }
  return pieces;
}

export function resultsJson({ rows, model }: BatchResult): string[] {
  return [JSON.stringify({ ...(model === undefined ? {} : { model }), rows })];
}

export function save(name: string, type: string, pieces: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Given up once the browser has taken it over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
