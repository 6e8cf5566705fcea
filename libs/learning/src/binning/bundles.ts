import { MAX_BINS } from './bin-edges.js';

/**
 * Columns of few bins told by one code, so that a histogram of all of them costs one addition a row instead of one
 * a column: code = c₀ + s₀ (c₁ + s₁ (c₂ + …)) of the columns' own codes c and sizes s.
 */
export interface Bundle {
  readonly columns: readonly number[];
  /** Codes each column can have, the missing code among them where it occurs. */
  readonly sizes: readonly number[];
  /** Product of the sizes. */
  readonly cells: number;
  /** One code a row, beginning at `from`. A bundle of one column shares that column's codes. */
  readonly codes: Uint8Array;
  readonly from: number;
}

const MAX_CELLS = MAX_BINS + 1;

interface Draft {
  readonly columns: number[];
  cells: number;
}

/** Puts each column into the first bundle with room for it: in order of column, so the same data gives the same bundles. */
function draftBundles(sizes: readonly number[]): Draft[] {
  const drafts: Draft[] = [];
  sizes.forEach((size, column) => {
    const roomy = drafts.find((draft) => draft.cells * size <= MAX_CELLS);
    if (roomy) {
      roomy.columns.push(column);
      roomy.cells *= size;
    } else drafts.push({ columns: [column], cells: size });
  });
  return drafts;
}

/** `codes` are `sizes.length` columns of `rows` codes. */
export function bundleColumns(codes: Uint8Array, rows: number, sizes: readonly number[]): Bundle[] {
  const drafts = draftBundles(sizes);
  const shared = drafts.filter((draft) => draft.columns.length > 1).length;
  const memory = new Uint8Array(new SharedArrayBuffer(Math.max(1, shared * rows)));
  let next = 0;
  return drafts.map(({ columns, cells }) => {
    const own = columns.map((column) => sizes[column]!);
    const only = columns[0]!;
    if (columns.length === 1) return { columns, sizes: own, cells, codes, from: only * rows };
    const from = next++ * rows;
    let stride = 1;
    columns.forEach((column, place) => {
      const at = column * rows;
      for (let row = 0; row < rows; row++) memory[from + row]! += codes[at + row]! * stride;
      stride *= own[place]!;
    });
    return { columns, sizes: own, cells, codes: memory, from };
  });
}
