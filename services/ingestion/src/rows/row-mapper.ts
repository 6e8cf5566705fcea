import type { FeatureSchema } from '@weir/contracts';
import { type SnapshotValue, snapshotColumnsOf, WeirError } from '@weir/platform';
import type { Cell, Table, TableRow } from '../formats/index.js';
import { isMissing, LabelReader, NumberReader } from './cells.js';
import { type ExpectedColumns, expectedColumnsOf } from './expected-columns.js';
import { checkHeader } from './header.js';

type CellReader = (row: TableRow) => SnapshotValue;

/**
 * Turns a table's rows into a snapshot's: columns by name into the schema's order, text into numbers, labels into
 * class indexes. Values outside a column's `allowed` pass: validation reports them.
 */
export class RowMapper {
  readonly #expected: ExpectedColumns;
  readonly #readers: CellReader[];
  readonly #labels: LabelReader;
  readonly #labelAt: number;
  readonly #seen: Set<string> | undefined;
  #labelled: boolean | undefined;

  /** Throws `WEIR_DATA_COLUMNS` if the table's columns are not the schema's. */
  constructor(
    private readonly schema: FeatureSchema,
    private readonly table: Pick<Table, 'columns' | 'header'>,
  ) {
    this.#expected = expectedColumnsOf(schema);
    checkHeader(table.columns, this.#expected);
    const { columns, textColumns } = snapshotColumnsOf(schema);
    this.#readers = [
      ...columns.map((name) => this.#numberReader(name)),
      ...textColumns.map((name) => this.#textReader(name)),
    ];
    this.#labels = new LabelReader(schema.label);
    this.#labelAt = table.columns.indexOf(schema.label.column);
    this.#seen = table.header ? undefined : new Set();
  }

  /** The row's values in the snapshot's order. Throws `WEIR_DATA_VALUE` naming the row and the column. */
  values(row: TableRow): SnapshotValue[] {
    if (this.#seen !== undefined && this.#seen.size < this.table.columns.length) this.#see(row, this.#seen);
    return this.#readers.map((read) => read(row));
  }

  /**
   * The row's class index, -1 for none. Throws `WEIR_DATA_LABEL` naming the row for a value that is no class, and
   * where some rows have a label and others none.
   */
  label(row: TableRow): number {
    const cell = this.#labelAt < 0 ? null : row.cells[this.#labelAt];
    const index = this.#labels.read(cell);
    const { column, classes } = this.schema.label;
    if (index === undefined) {
      const values = classes.map((each) => `${each.value} (${each.name})`).join(', ');
      throw this.#error(
        'WEIR_DATA_LABEL',
        row,
        column,
        `${show(cell)} is not a label; it is one of ${values}`,
      );
    }
    this.#labelled ??= index >= 0;
    if (this.#labelled === index >= 0) return index;
    const difference = this.#labelled
      ? 'has no label, the rows before have'
      : 'has a label, the rows before have none';
    throw this.#error('WEIR_DATA_LABEL', row, column, difference);
  }

  /** Call after the last row. Throws `WEIR_DATA_COLUMNS` for a column that no row held, where there is no header to tell. */
  finish(): void {
    const seen = this.#seen;
    if (seen === undefined) return;
    const missing = this.#expected.required.filter((name) => !seen.has(name));
    if (missing.length === 0) return;
    throw new WeirError('WEIR_DATA_COLUMNS', `The columns do not fit: in no row: ${missing.join(', ')}`, {
      context: { missing },
    });
  }

  #numberReader(column: string): CellReader {
    const at = this.table.columns.indexOf(column);
    const numbers = new NumberReader();
    return (row) => {
      const value = numbers.read(row.cells[at]);
      if (value !== undefined) return value;
      throw this.#error('WEIR_DATA_VALUE', row, column, `${show(row.cells[at])} is not a number`);
    };
  }

  #textReader(column: string): CellReader {
    const at = this.table.columns.indexOf(column);
    return ({ cells }) => {
      const cell = at < 0 ? null : cells[at];
      if (cell === null || cell === undefined) return null;
      const text = String(cell).trim();
      return text === '' ? null : text;
    };
  }

  #see({ cells }: TableRow, seen: Set<string>): void {
    this.table.columns.forEach((name, index) => {
      if (!isMissing(cells[index])) seen.add(name);
    });
  }

  #error(
    code: 'WEIR_DATA_VALUE' | 'WEIR_DATA_LABEL',
    row: TableRow,
    column: string,
    what: string,
  ): WeirError {
    return new WeirError(code, `Row ${row.rowNumber}, column ${column}: ${what}`, {
      context: { row: row.rowNumber, column },
    });
  }
}

function show(cell: Cell | undefined): string {
  return JSON.stringify(typeof cell === 'string' ? cell.slice(0, 60) : (cell ?? null));
}
