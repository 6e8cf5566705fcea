import type { Matrix } from '@weir/learning';
import type { SnapshotManifest, SnapshotReader } from '@weir/platform';
import { sharedMatrix } from './shared-matrix.js';

export interface LabelledRows {
  readonly matrix: Matrix;
  readonly labels: Int32Array;
  readonly skipped: number;
}

/** The labelled rows of a snapshot of feature columns, in their order. */
export async function readFeatureRows(
  reader: Pick<SnapshotReader, 'chunks'>,
  manifest: SnapshotManifest,
): Promise<LabelledRows> {
  const width = manifest.columns.length;
  const values = sharedMatrix(manifest.rows, width);
  const labels = new Int32Array(manifest.rows);
  let rows = 0;
  for await (const chunk of reader.chunks(manifest)) {
    for (let row = 0; row < chunk.rows; row++) {
      const label = chunk.labels[row] ?? -1;
      if (label < 0) continue;
      values.set(chunk.features.subarray(row * width, (row + 1) * width), rows * width);
      labels[rows++] = label;
    }
  }
  const matrix: Matrix = { rows, columns: width, values: values.subarray(0, rows * width) };
  return { matrix, labels: labels.subarray(0, rows), skipped: manifest.rows - rows };
}
