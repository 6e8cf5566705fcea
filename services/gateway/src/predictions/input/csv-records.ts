import { pipeline } from 'node:stream';
import { WeirError } from '@weir/platform';
import { CsvError, type Parser, parse } from 'csv-parse';
import type { Spool } from './spool.js';
import { textGuard } from './text-guard.js';

const MAX_RECORD_CHARACTERS = 1_048_576;

type Cells = readonly string[];

export interface CsvRecord {
  readonly line?: number;
  readonly cells: Cells;
}

/** A CSV's records, the header first, of whatever length. Throws `WEIR_DATA_BINARY` or `WEIR_DATA_MALFORMED`. */
export async function* csvRecords(upload: Spool, lines: boolean): AsyncGenerator<CsvRecord> {
  const parser: Parser = parse({
    bom: true,
    // Half as slow again: only where somebody will read the line numbers.
    info: lines,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  // The parser's own iteration reports what goes wrong before it.
  pipeline(upload.open(), textGuard(), parser, () => {});
  try {
    for await (const parsed of parser) yield lines ? withLine(parsed) : { cells: parsed as Cells };
  } catch (error) {
    throw readable(error);
  }
}

function withLine(parsed: unknown): CsvRecord {
  const { info, record } = parsed as { readonly info: { readonly lines: number }; readonly record: Cells };
  return { line: info.lines, cells: record };
}

function readable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { message, code } = error;
  const { lines } = error as CsvError & { readonly lines?: number };
  const line = lines === undefined ? '' : `line ${lines}: `;
  return new WeirError('WEIR_DATA_MALFORMED', `${line}${message}`, {
    cause: error,
    context: { reason: code },
  });
}
