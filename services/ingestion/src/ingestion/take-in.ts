import type { FeatureSchema } from '@weir/contracts';
import { type SnapshotWriter, WeirError } from '@weir/platform';
import type { Table } from '../formats/index.js';
import { RowMapper } from '../rows/index.js';
import { Interrupted } from './interrupted.js';

/** Rows between two looks at the clock and at the signal. */
const STRIDE = 1_000;

export interface TakeInOptions {
  readonly progress: (rows: number) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Maps every row of a table into a snapshot, one row group of memory at a time.
 * Fails with the formats' and the mapper's errors, and with `WEIR_DATA_EMPTY` where there is no row.
 */
export async function takeIn(
  table: Table,
  schema: FeatureSchema,
  writer: SnapshotWriter,
  options: TakeInOptions,
): Promise<void> {
  const mapper = new RowMapper(schema, table);
  let rows = 0;
  for await (const row of table.rows) {
    const written = writer.add(mapper.values(row), mapper.label(row));
    if (written !== undefined) await written;
    rows += 1;
    if (rows % STRIDE !== 0) continue;
    if (options.signal?.aborted === true) throw new Interrupted('the request was taken away');
    await options.progress(rows);
  }
  if (rows === 0) throw new WeirError('WEIR_DATA_EMPTY', 'The data has a header but no rows');
  mapper.finish();
}
