import type { Matrix } from '../dataset/matrix.js';
import { type BundledCodes, bundleColumns } from './bundles.js';

/** Features as bin codes, column-major, in shared memory: one copy serves every worker. */
export interface BinnedMatrix {
  readonly rows: number;
  readonly columns: number;
  /** `columns` × `rows` codes. */
  readonly codes: Uint8Array;
  /** Edges of each column; `edges[c].length + 1` bins, then the code of missing values. */
  readonly edges: readonly Float32Array[];
  /** Where each column's bins begin in a histogram; the last entry is the number of all bins. */
  readonly offsets: Int32Array;
  /** The same codes, columns of few bins put together: what histograms are counted from. */
  readonly bundled: BundledCodes;
}

/** The bin of a value: the first edge at or above it; a missing value's code follows the last bin. */
export function binOf(edges: Float32Array, value: number): number {
  if (Number.isNaN(value)) return edges.length + 1;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Writes one column's codes; true where a value is missing. */
function binColumn(matrix: Matrix, column: number, edges: Float32Array, codes: Uint8Array): boolean {
  const { rows, columns, values } = matrix;
  const missing = edges.length + 1;
  const from = column * rows;
  let isAnyMissing = false;
  for (let row = 0; row < rows; row++) {
    const code = binOf(edges, values[row * columns + column]!);
    if (code === missing) isAnyMissing = true;
    codes[from + row] = code;
  }
  return isAnyMissing;
}

/** Writes every value's bin. `edges` come from `binEdges`, of this matrix or of the one it was cut from. */
export function binMatrix(matrix: Matrix, edges: readonly Float32Array[]): BinnedMatrix {
  const { rows, columns } = matrix;
  const codes = new Uint8Array(new SharedArrayBuffer(Math.max(1, rows * columns)), 0, rows * columns);
  const offsets = new Int32Array(columns + 1);
  const sizes = edges.map((own, column) => {
    offsets[column + 1] = offsets[column]! + own.length + 2;
    return own.length + (binColumn(matrix, column, own, codes) ? 2 : 1);
  });
  return { rows, columns, codes, edges, offsets, bundled: bundleColumns(codes, rows, sizes) };
}
