/** One row of an input, its cells in the order of the input's columns. */
export interface InputRow {
  /** From 1, the header not counted. */
  readonly row: number;
  /** Where a person finds it: `row 3 (line 4)`. */
  readonly where: string;
  readonly cells: readonly unknown[];
}

/** Rows to predict. They can be read more than once: first to be checked, then to be scored. */
export interface RowInput {
  readonly columns: readonly string[];
  /** `lines`: whether `where` should name lines, at some cost. */
  rows(options?: { readonly lines: boolean }): AsyncIterable<InputRow> | Iterable<InputRow>;
}
