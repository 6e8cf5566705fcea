import type { TermRows } from '@weir/learning';
import type { LoadedData } from './load-training-data.js';
import { sharedMatrix } from './shared-matrix.js';

/** The given rows, in the order given. */
export function selectLoaded(data: LoadedData, kept: readonly number[]): LoadedData {
  const { columns, values } = data.matrix;
  const left = sharedMatrix(kept.length, columns);
  for (const [row, from] of kept.entries()) {
    left.set(values.subarray(from * columns, (from + 1) * columns), row * columns);
  }
  const { weights, terms } = data;
  return {
    ...data,
    matrix: { rows: kept.length, columns, values: left },
    labels: Int32Array.from(kept, (row) => data.labels[row] ?? -1),
    groups: Int32Array.from(kept, (row) => data.groups[row] ?? -1),
    ...(weights && { weights: Float64Array.from(kept, (row) => weights[row] ?? 1) }),
    ...(terms && { terms: selectTerms(terms, kept) }),
  };
}

function selectTerms(terms: TermRows, kept: readonly number[]): TermRows {
  const offsets = new Float64Array(new SharedArrayBuffer((kept.length + 1) * Float64Array.BYTES_PER_ELEMENT));
  for (const [row, from] of kept.entries()) {
    const length = (terms.offsets[from + 1] as number) - (terms.offsets[from] as number);
    offsets[row + 1] = (offsets[row] as number) + length;
  }
  const total = offsets[kept.length] as number;
  const ids = new Uint32Array(new SharedArrayBuffer(total * Uint32Array.BYTES_PER_ELEMENT));
  for (const [row, from] of kept.entries()) {
    ids.set(terms.ids.subarray(terms.offsets[from], terms.offsets[from + 1]), offsets[row]);
  }
  return { ...terms, offsets, ids };
}
