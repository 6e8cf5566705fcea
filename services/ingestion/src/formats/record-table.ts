import { WeirError } from '@weir/platform';
import type { Cell, Table, TableRow } from './table.js';

/** A record with named members: a line of NDJSON, a document, a message. */
export interface DataRecord {
  /** Where it stands, for errors: `Row 12`, `partition 0, offset 12`. */
  readonly place: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/**
 * Records as a table under the columns expected; `null` where there is no record. A member left out is missing;
 * one that is not expected fails with `WEIR_DATA_COLUMNS`, a nested value with `WEIR_DATA_MALFORMED`.
 */
export async function recordTable(
  records: AsyncIterable<DataRecord>,
  expected: readonly string[],
): Promise<Table | null> {
  const iterator = records[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return null;
  return { columns: expected, header: false, rows: rowsOf(first.value, iterator, expected) };
}

async function* rowsOf(
  first: DataRecord,
  iterator: AsyncIterator<DataRecord>,
  expected: readonly string[],
): AsyncGenerator<TableRow, void, undefined> {
  const known = new Set(expected);
  try {
    let next: IteratorResult<DataRecord> = { done: false, value: first };
    for (let rowNumber = 1; next.done !== true; rowNumber += 1) {
      yield { rowNumber, cells: cellsOf(next.value, expected, known) };
      next = await iterator.next();
    }
  } finally {
    await iterator.return?.();
  }
}

function cellsOf({ place, members }: DataRecord, expected: readonly string[], known: Set<string>): Cell[] {
  for (const name in members) {
    if (known.has(name)) continue;
    throw new WeirError(
      'WEIR_DATA_COLUMNS',
      `${place} has "${name}", which the schema has not. It has: ${expected.join(', ')}`,
      { context: { column: name } },
    );
  }
  return expected.map((name) => {
    const value = Object.hasOwn(members, name) ? (members[name] ?? null) : null;
    if (typeof value !== 'object' || value === null) return value as Cell;
    throw new WeirError('WEIR_DATA_MALFORMED', `${place}, column ${name} holds a nested value`);
  });
}
