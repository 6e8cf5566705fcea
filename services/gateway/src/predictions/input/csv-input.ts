import { WeirError } from '@weir/platform';
import { csvRecords } from './csv-records.js';
import type { InputRow, RowInput } from './row-input.js';
import type { Spool } from './spool.js';

/** A CSV with a header line: BOM, CRLF and quotes understood. Throws `WEIR_DATA_EMPTY`, `_BINARY` or `_MALFORMED`. */
export async function csvInput(upload: Spool): Promise<RowInput> {
  for await (const { cells } of csvRecords(upload, false)) {
    const columns = cells.map((name) => name.trim());
    return { columns, rows: (options) => rowsOf(upload, columns.length, options?.lines ?? false) };
  }
  throw new WeirError('WEIR_DATA_EMPTY', 'The upload is empty');
}

async function* rowsOf(upload: Spool, width: number, lines: boolean): AsyncGenerator<InputRow> {
  let row = -1;
  for await (const { line, cells } of csvRecords(upload, lines)) {
    row += 1;
    if (row === 0) continue;
    const where = line === undefined ? `row ${row}` : `row ${row} (line ${line})`;
    if (cells.length !== width) {
      const detail = `${where} holds ${cells.length} values, the header ${width}`;
      throw new WeirError('WEIR_DATA_MALFORMED', detail);
    }
    yield { row, where, cells };
  }
}
