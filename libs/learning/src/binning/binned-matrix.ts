import type { Matrix } from '../dataset/matrix.js';
import { BinLocator } from './bin-locator.js';
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

/** Rows binned column by column before the next ones: they stay in the cache until their last column is done. */
const BLOCK_ROWS = 256;

/** Writes one column's codes of the rows from `first` up to but without `end`; true where a value is missing. */
function binBlock(
  { rows, columns, values }: Matrix,
  column: number,
  bins: BinLocator,
  missing: number,
  codes: Uint8Array,
  first: number,
  end: number,
): boolean {
  const from = column * rows;
  let isAnyMissing = false;
  for (let row = first; row < end; row++) {
    const code = bins.binOf(values[row * columns + column]!);
    if (code === missing) isAnyMissing = true;
    codes[from + row] = code;
  }
  return isAnyMissing;
}

/** Writes every code, and which columns have missing values. */
function writeCodes(matrix: Matrix, edges: readonly Float32Array[], codes: Uint8Array): boolean[] {
  const hasMissing = edges.map(() => false);
  const locators = edges.map((own) => new BinLocator(own));
  for (let first = 0; first < matrix.rows; first += BLOCK_ROWS) {
    const end = Math.min(matrix.rows, first + BLOCK_ROWS);
    locators.forEach((bins, column) => {
      const missing = edges[column]!.length + 1;
      if (binBlock(matrix, column, bins, missing, codes, first, end)) hasMissing[column] = true;
    });
  }
  return hasMissing;
}

/** Writes every value's bin. `edges` come from `binEdges`, of this matrix or of the one it was cut from. */
export function binMatrix(matrix: Matrix, edges: readonly Float32Array[]): BinnedMatrix {
  const { rows, columns } = matrix;
  const codes = new Uint8Array(new SharedArrayBuffer(Math.max(1, rows * columns)), 0, rows * columns);
  const offsets = new Int32Array(columns + 1);
  edges.forEach((own, column) => {
    offsets[column + 1] = offsets[column]! + own.length + 2;
  });
  const hasMissing = writeCodes(matrix, edges, codes);
  const sizes = edges.map((own, column) => own.length + (hasMissing[column] ? 2 : 1));
  return { rows, columns, codes, edges, offsets, bundled: bundleColumns(codes, rows, sizes) };
}
