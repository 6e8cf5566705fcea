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
}

/** Up to four bundles whose codes stand in one 32-bit number a row, the first in its lowest byte. */
export interface Quad {
  readonly bundles: readonly Bundle[];
  /** Its place among a row's words. */
  readonly place: number;
}

export interface BundledCodes {
  /** Each column is in one bundle. In one quad, either every bundle has several columns or every bundle has one. */
  readonly quads: readonly Quad[];
  /** Rows × quads, in shared memory: what a row has in all columns lies together, for nodes of few rows. */
  readonly words: Int32Array;
}

const MAX_CELLS = MAX_BINS + 1;
const LANES = 4;

interface Draft {
  readonly columns: number[];
  cells: number;
}

/** Puts each column into the first bundle with room for it: in order of column, so the same data gives the same bundles. */
function draftBundles(sizes: readonly number[]): Bundle[] {
  const drafts: Draft[] = [];
  sizes.forEach((size, column) => {
    const roomy = drafts.find((draft) => draft.cells * size <= MAX_CELLS);
    if (roomy) {
      roomy.columns.push(column);
      roomy.cells *= size;
    } else drafts.push({ columns: [column], cells: size });
  });
  return drafts.map((draft) => ({ ...draft, sizes: draft.columns.map((column) => sizes[column]!) }));
}

function inFours(bundles: readonly Bundle[]): Bundle[][] {
  return Array.from({ length: Math.ceil(bundles.length / LANES) }, (_, four) =>
    bundles.slice(four * LANES, (four + 1) * LANES),
  );
}

/** Adds `stride` times a column's codes to a byte of each row's word. */
function addCodes(
  codes: Uint8Array,
  at: number,
  stride: number,
  words: Int32Array,
  place: number,
  quads: number,
): void {
  for (let row = 0, word = place; word < words.length; row++, word += quads) {
    words[word]! += Math.imul(codes[at + row]!, stride);
  }
}

/** `codes` are `sizes.length` columns of `rows` codes. */
export function bundleColumns(codes: Uint8Array, rows: number, sizes: readonly number[]): BundledCodes {
  const bundles = draftBundles(sizes);
  const groups = [
    ...inFours(bundles.filter((bundle) => bundle.columns.length > 1)),
    ...inFours(bundles.filter((bundle) => bundle.columns.length === 1)),
  ];
  const length = groups.length * rows;
  const words = new Int32Array(new SharedArrayBuffer(Math.max(4, length * 4)), 0, length);
  const quads = groups.map((bundles, place) => ({ bundles, place }));
  for (const quad of quads) {
    quad.bundles.forEach((bundle, lane) => {
      let stride = 1 << (8 * lane);
      bundle.columns.forEach((column, place) => {
        addCodes(codes, column * rows, stride, words, quad.place, quads.length);
        stride = Math.imul(stride, bundle.sizes[place]!);
      });
    });
  }
  return { quads, words };
}
