/** A cell as its format gives it: text, or what JSON holds. */
export type Cell = string | number | boolean | null;

/** One data row; `cells` stand in the order of the table's columns. */
export interface TableRow {
  /** The first row of data is 1; a header does not count. */
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
}

/** Rows of data under named columns. `rows` can be read once, and is read as it comes. */
export interface Table {
  readonly columns: readonly string[];
  /**
   * Whether the data names its columns once for all rows. Where it does not (JSON), `columns` are the ones expected,
   * and only the last row tells whether one of them was never there.
   */
  readonly header: boolean;
  readonly rows: AsyncIterable<TableRow>;
}

export const FORMATS = ['csv', 'arff', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];
