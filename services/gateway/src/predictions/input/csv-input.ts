import { pipeline } from 'node:stream';
import { WeirError } from '@weir/platform';
import { CsvError, type Parser, parse } from 'csv-parse';
import type { InputRow, RowInput } from './row-input.js';
import type { Spool } from './spool.js';
import { textGuard } from './text-guard.js';

const MAX_RECORD_CHARACTERS = 1_048_576;

interface ParsedRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** A CSV with a header line: BOM, CRLF and quotes understood. Throws `WEIR_DATA_EMPTY`, `_BINARY` or `_MALFORMED`. */
export async function csvInput(upload: Spool): Promise<RowInput> {
  for await (const { record } of records(upload)) {
    const columns = record.map((name) => name.trim());
    return { columns, rows: () => rowsOf(upload) };
  }
  throw new WeirError('WEIR_DATA_EMPTY', 'The upload is empty');
}

async function* rowsOf(upload: Spool): AsyncGenerator<InputRow> {
  let row = -1;
  for await (const { info, record } of records(upload)) {
    row += 1;
    if (row > 0) yield { row, where: `row ${row} (line ${info.lines})`, cells: record };
  }
}

async function* records(upload: Spool): AsyncGenerator<ParsedRecord> {
  const parser: Parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  // The parser's own iteration reports what goes wrong before it.
  pipeline(upload.open(), textGuard(), parser, () => {});
  try {
    for await (const record of parser) yield record as ParsedRecord;
  } catch (error) {
    throw readable(error);
  }
}

function readable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { message, code } = error;
  const lines = (error as CsvError & { lines?: number }).lines;
  const line = lines === undefined ? '' : `line ${lines}: `;
  return new WeirError('WEIR_DATA_MALFORMED', `${line}${message}`, {
    cause: error,
    context: { reason: code },
  });
}
