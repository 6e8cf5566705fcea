import { WeirError } from '@weir/platform';
import { linesOf } from './lines.js';
import { type DataRecord, recordTable } from './record-table.js';
import type { Table } from './table.js';

/**
 * One JSON object a line; blank lines are skipped. A member left out is a missing value.
 * Fails with `WEIR_DATA_MALFORMED`, naming the row, where a line is not a JSON object of plain values.
 */
export function readNdjson(text: AsyncIterable<string>, expected: readonly string[]): Promise<Table | null> {
  return recordTable(recordsOf(text), expected);
}

async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<DataRecord, void, undefined> {
  let row = 0;
  for await (const line of linesOf(text)) {
    if (line.trim() === '') continue;
    row += 1;
    yield { place: `Row ${row}`, members: parseRecord(line, `Row ${row}`) };
  }
}

/** A JSON object from its text. Throws `WEIR_DATA_MALFORMED` naming `place`. */
export function parseRecord(text: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const hint = text.trimStart().startsWith('[') ? ' (give one object a line, not an array)' : '';
    throw new WeirError('WEIR_DATA_MALFORMED', `${place} is not JSON: ${(error as Error).message}${hint}`, {
      cause: error,
    });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new WeirError('WEIR_DATA_MALFORMED', `${place} is not a JSON object`);
}
