import type { Matrix } from './matrix.js';

/** Which rows are identical. */
export interface DistinctRows {
  /** One id a row, numbered by first appearance; identical rows share one. */
  readonly ids: Int32Array;
  /** How many distinct rows there are. */
  readonly count: number;
  /** The first row of each id. */
  readonly first: Int32Array;
}

/** 32-bit hash of a row's bits. -0 equals 0, and any NaN equals any other, as everywhere in this library. */
function hashRow(
  values: Float32Array,
  start: number,
  columns: number,
  bits: Int32Array,
  float: Float32Array,
): number {
  let hash = 0x811c9dc5;
  for (let column = 0; column < columns; column++) {
    const value = values[start + column]!;
    // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN; one NaN stands for all
    float[0] = value === value ? value + 0 : Number.NaN;
    hash = Math.imul(hash ^ bits[0]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function equalRows(values: Float32Array, left: number, right: number, columns: number): boolean {
  for (let column = 0; column < columns; column++) {
    const a = values[left + column]!;
    const b = values[right + column]!;
    // biome-ignore lint/suspicious/noSelfCompare: the cheapest test for NaN in a loop over every value
    if (a !== b && (a === a || b === b)) return false;
  }
  return true;
}

/**
 * Groups identical rows; where `labels` is given, rows must agree in their label too.
 * Open addressing over a table of at most half load: one pass, no strings.
 */
export function distinctRows(matrix: Matrix, labels?: Int32Array): DistinctRows {
  const { rows, columns, values } = matrix;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, rows * 2))) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const float = new Float32Array(1);
  const bits = new Int32Array(float.buffer);
  const ids = new Int32Array(rows);
  const first = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const hash =
      hashRow(values, row * columns, columns, bits, float) + Math.imul(labels?.[row] ?? 0, 0x9e3779b1);
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (;;) {
      const id = table[slot]!;
      if (id < 0) {
        table[slot] = count;
        first[count] = row;
        ids[row] = count++;
        break;
      }
      const other = first[id]!;
      if (labels?.[other] === labels?.[row] && equalRows(values, other * columns, row * columns, columns)) {
        ids[row] = id;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { ids, count, first: first.slice(0, count) };
}
