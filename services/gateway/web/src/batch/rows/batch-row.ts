import type { Verdict } from '../../components/index.js';

/** One row's result, or why it has none. */
export interface BatchRow {
  /** From 1, the header not counted. */
  readonly row: number;
  /** The URL, or the row's cells. */
  readonly text: string;
  readonly verdict?: Verdict;
  readonly probability?: number;
  /** The data set's own label value; features only. */
  readonly label?: number | string;
  readonly error?: string;
}

export interface BatchResult {
  readonly kind: 'urls' | 'features';
  readonly rows: readonly BatchRow[];
  readonly model?: { readonly name: string; readonly version: number };
}
