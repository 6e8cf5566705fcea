import { Readable } from 'node:stream';
import { WeirError } from '@weir/platform';
import { CsvError, parse } from 'csv-parse';
import { sniffDelimiter } from './delimiter.js';
import { MAX_LINE_UNITS } from './lines.js';
import type { Table, TableRow } from './table.js';

export interface CsvOptions {
  /** One character; told from the header where absent. */
  readonly delimiter?: string;
  /** The names that the header is expected to hold: they tell the delimiter. */
  readonly expected: readonly string[];
}

/**
 * CSV with a header (RFC 4180; any one-character delimiter, any line end).
 * Fails with `WEIR_DATA_MALFORMED`, naming the row, on a stray quote or on a row of another length than the header's.
 */
export async function readCsv(text: AsyncIterable<string>, options: CsvOptions): Promise<Table | null> {
  const iterator = text[Symbol.asyncIterator]();
  const head = await readHead(iterator);
  if (head.trim() === '') return null;
  const delimiter = options.delimiter ?? sniffDelimiter(head, options.expected);
  const parser = parse({
    delimiter,
    skip_empty_lines: true,
    // Checked below: the parser's own check may come before the header is looked at, and hide what is wrong with it.
    relax_column_count: true,
    max_record_size: MAX_LINE_UNITS,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  let sourceError: unknown;
  const source = Readable.from(resume(head, iterator), { objectMode: false });
  source.once('error', (error) => {
    sourceError = error;
    parser.destroy(error);
  });
  source.pipe(parser);
  const failure = (error: unknown) => sourceError ?? malformed(error);
  const records = recordsOf(parser, failure, () => source.destroy());
  const header = await records.next();
  if (header.done === true) return null;
  return {
    columns: header.value.map((name) => name.trim()),
    header: true,
    rows: numbered(records, header.value.length),
  };
}

async function* numbered(
  records: AsyncIterable<string[]>,
  width: number,
): AsyncGenerator<TableRow, void, undefined> {
  let rowNumber = 0;
  for await (const cells of records) {
    rowNumber += 1;
    if (cells.length !== width) {
      const what = `Row ${rowNumber} has ${cells.length} values for ${width} columns`;
      throw new WeirError('WEIR_DATA_MALFORMED', what, { context: { row: rowNumber } });
    }
    yield { rowNumber, cells };
  }
}

async function* recordsOf(
  parser: AsyncIterable<string[]> & { destroy(): void },
  failure: (error: unknown) => unknown,
  close: () => void,
): AsyncGenerator<string[], void, undefined> {
  try {
    for await (const record of parser) yield record;
  } catch (error) {
    throw failure(error);
  } finally {
    parser.destroy();
    close();
  }
}

function malformed(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { records, lines } = error as CsvError & { records?: number; lines?: number };
  const where = records === 0 ? 'The header' : `Row ${records ?? '?'}`;
  return new WeirError(
    'WEIR_DATA_MALFORMED',
    `${where} (line ${lines ?? '?'}) cannot be read: ${error.message}`,
    { cause: error, context: { row: records, line: lines } },
  );
}

/** Text up to the end of the header's line; a quoted name may hold a line end, which only costs a worse guess. */
async function readHead(iterator: AsyncIterator<string>): Promise<string> {
  let head = '';
  while (!holdsLine(head) && head.length < MAX_LINE_UNITS) {
    const next = await iterator.next();
    if (next.done === true) break;
    head += next.value;
  }
  return head;
}

/** Whether a line that is not blank has ended. Two linear searches: one expression for both would go back over a long line. */
function holdsLine(text: string): boolean {
  const start = text.search(/\S/);
  return start >= 0 && /[\n\r]/.test(text.slice(start));
}

async function* resume(head: string, iterator: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
