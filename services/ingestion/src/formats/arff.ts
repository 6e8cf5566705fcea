import { WeirError } from '@weir/platform';
import { linesOf } from './lines.js';
import type { Cell, Table, TableRow } from './table.js';

/** `@attribute name type`; the name quoted where it holds a space. */
const ATTRIBUTE =
  /^@attribute\s+(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\S+?))\s*(?:\s|(?={))\s*(\S.*)$/i;

/**
 * Attribute-Relation File Format (Weka): comments, quoted names and values, `?` for missing. Sparse rows are refused.
 * Fails with `WEIR_DATA_MALFORMED`, naming the line or the row. `null` for a file without anything but space.
 */
export async function readArff(text: AsyncIterable<string>): Promise<Table | null> {
  const lines = linesOf(text);
  const columns: string[] = [];
  let number = 0;
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    number += 1;
    const line = next.value.trim();
    if (line === '' || line.startsWith('%') || /^@relation\b/i.test(line)) continue;
    if (/^@data\b/i.test(line)) return { columns, header: true, rows: rowsOf(lines, columns.length) };
    columns.push(attributeOf(line, number));
  }
  if (number === 0) return null;
  throw new WeirError('WEIR_DATA_MALFORMED', 'The ARFF file has no @data line');
}

function attributeOf(line: string, number: number): string {
  const found = ATTRIBUTE.exec(line);
  if (found !== null) return unquote(found[1] ?? found[2] ?? found[3] ?? '');
  throw new WeirError(
    'WEIR_DATA_MALFORMED',
    `Line ${number} of the ARFF header is no @relation, @attribute or @data: "${line.slice(0, 80)}"`,
  );
}

async function* rowsOf(
  lines: AsyncIterable<string>,
  width: number,
): AsyncGenerator<TableRow, void, undefined> {
  let rowNumber = 0;
  for await (const raw of lines) {
    const line = raw.trim();
    if (line === '' || line.startsWith('%')) continue;
    rowNumber += 1;
    if (line.startsWith('{'))
      throw malformed(rowNumber, 'is sparse, which is not supported: write every value');
    const cells = cellsOf(line, rowNumber);
    if (cells.length !== width)
      throw malformed(rowNumber, `has ${cells.length} values for ${width} attributes`);
    yield { rowNumber, cells };
  }
}

function cellsOf(line: string, rowNumber: number): Cell[] {
  if (!/['"]/.test(line)) return line.split(',').map((each) => missing(each.trim()));
  const cells: Cell[] = [];
  const cell = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"]*))\s*(,|$)/y;
  for (;;) {
    const found = cell.exec(line);
    if (found === null) throw malformed(rowNumber, 'has a quote that does not fit');
    const quoted = found[1] ?? found[2];
    // A quoted question mark is a value.
    cells.push(quoted === undefined ? missing((found[3] ?? '').trim()) : unquote(quoted));
    if (found[4] !== ',') return cells;
  }
}

function missing(text: string): string | null {
  return text === '?' ? null : text;
}

function unquote(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

function malformed(row: number, what: string): WeirError {
  return new WeirError('WEIR_DATA_MALFORMED', `Row ${row} ${what}`, { context: { row } });
}
