import type { ScoringPlan } from '../plan/columns.js';
import type { RowProblems } from '../plan/row-problems.js';

/** Rows read and checked. */
export interface RowBatch {
  /** The number of the first, from 1. */
  readonly first: number;
  readonly rows: number;
  /** What is asked of inference: features in the schema's order, valid until the next batch is read, or URLs. */
  readonly asked: Float32Array | readonly string[];
  /** Where a person finds the row, counted in the batch: `row 3 (line 4)`. */
  where(row: number): string;
  /** A row's cells in the order of the input's columns. */
  cells(row: number): readonly unknown[];
  /** The rows as they came, where they came as CSV. */
  readonly records?: CsvRecords;
}

/** Where in `bytes` each record begins and ends; the end of its line is not in it. */
export interface CsvRecords {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Rows to predict, read once. */
export interface RowSource {
  readonly columns: readonly string[];
  /** How many rows there are, where that is known before they are read. */
  readonly rows?: number;
  /** Bad rows become problems; after the first of them no batch follows. */
  batches(plan: ScoringPlan, problems: RowProblems): AsyncIterable<RowBatch> | Iterable<RowBatch>;
  /** Leaves what is not read; idempotent. */
  close(): Promise<void>;
}

/** Rows of a batch. */
export const BATCH_ROWS = { features: 4_096, url: 1_000 } as const;
