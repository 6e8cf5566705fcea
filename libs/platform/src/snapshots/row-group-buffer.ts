import type { ColumnSource } from 'hyparquet-writer';

/** A feature (`null` or `NaN` is missing) or a text cell (`null` is missing). */
export type SnapshotValue = number | string | null;

/** Most UTF-16 code units a row group's text may hold: long URLs must not fill the memory. */
const MAX_TEXT_UNITS = 16 * 1024 * 1024;

/** Rows of one row group, kept by column. */
export interface RowGroupBuffer {
  readonly rows: number;
  readonly full: boolean;
  add(values: readonly SnapshotValue[], label: number): void;
  /** The columns as Parquet takes them, the label last; the buffer is empty afterwards. */
  take(): ColumnSource[];
}

/** Numbers in one row-major typed array: 65,536 rows of 30 columns are 16 MiB, whatever the rows hold. */
export class FeatureRowGroup implements RowGroupBuffer {
  readonly #values: Float64Array;
  readonly #labels: Int32Array;
  #rows = 0;

  constructor(
    private readonly columns: readonly string[],
    private readonly label: string,
    private readonly capacity: number,
  ) {
    this.#values = new Float64Array(capacity * columns.length);
    this.#labels = new Int32Array(capacity);
  }

  get rows(): number {
    return this.#rows;
  }

  get full(): boolean {
    return this.#rows === this.capacity;
  }

  add(values: readonly SnapshotValue[], label: number): void {
    const start = this.#rows * this.columns.length;
    for (let column = 0; column < this.columns.length; column += 1) {
      const value = values[column];
      if (typeof value !== 'number' && value !== null) {
        throw new TypeError(`a feature row holds ${typeof value} for ${this.columns[column]}`);
      }
      // Adding 0 turns -0 into 0: equal rows must give equal bytes.
      this.#values[start + column] = value === null ? Number.NaN : value + 0;
    }
    this.#labels[this.#rows] = label;
    this.#rows += 1;
  }

  take(): ColumnSource[] {
    const features = this.columns.map((name, column) => ({ name, data: this.#column(column) }));
    const data = this.#labels.slice(0, this.#rows);
    this.#rows = 0;
    return [...features, { name: this.label, data }];
  }

  #column(column: number): (number | null)[] {
    const data = new Array<number | null>(this.#rows);
    for (let row = 0, at = column; row < this.#rows; row += 1, at += this.columns.length) {
      const value = this.#values[at]!;
      data[row] = Number.isNaN(value) ? null : value;
    }
    return data;
  }
}

/** Text by column; full by rows or by size, whichever comes first. */
export class TextRowGroup implements RowGroupBuffer {
  #columns: (string | null)[][];
  #labels: number[] = [];
  #units = 0;

  constructor(
    private readonly columns: readonly string[],
    private readonly label: string,
    private readonly capacity: number,
  ) {
    this.#columns = columns.map(() => []);
  }

  get rows(): number {
    return this.#labels.length;
  }

  get full(): boolean {
    return this.#labels.length >= this.capacity || this.#units >= MAX_TEXT_UNITS;
  }

  add(values: readonly SnapshotValue[], label: number): void {
    this.#columns.forEach((column, index) => {
      const value = values[index];
      if (typeof value !== 'string' && value !== null) {
        throw new TypeError(`a text row holds ${typeof value} for ${this.columns[index]}`);
      }
      column.push(value);
      this.#units += value?.length ?? 0;
    });
    this.#labels.push(label);
  }

  take(): ColumnSource[] {
    const texts = this.columns.map((name, index) => ({ name, data: this.#columns[index]! }));
    const data = Int32Array.from(this.#labels);
    this.#columns = this.columns.map(() => []);
    this.#labels = [];
    this.#units = 0;
    return [...texts, { name: this.label, data }];
  }
}
