import type { Matrix } from '../dataset/matrix.js';

/** Bins of values a feature may have; one more code is kept for missing values, so that a code fits a byte. */
export const MAX_BINS = 255;

/** Rows looked at to find edges: beyond this, more rows do not move a quantile by a visible amount. */
const SAMPLED_ROWS = 200_000;

/**
 * A number between two neighbours that keeps them apart under `value <= edge`:
 * in 32 bits the midpoint may round up onto `upper`, and then `lower` itself is the edge.
 */
function edgeBetween(lower: number, upper: number): number {
  const middle = Math.fround(lower / 2 + upper / 2);
  return middle >= lower && middle < upper ? middle : lower;
}

function sortedColumn(matrix: Matrix, column: number): Float32Array {
  const step = Math.ceil(matrix.rows / SAMPLED_ROWS);
  const present = new Float32Array(Math.ceil(matrix.rows / step));
  let count = 0;
  for (let row = 0; row < matrix.rows; row += step) {
    const value = matrix.values[row * matrix.columns + column]!;
    if (!Number.isNaN(value)) present[count++] = value;
  }
  return present.subarray(0, count).sort();
}

/** The different values of a column, increasing; undefined where there are more than `limit`. */
function fewValues(matrix: Matrix, column: number, limit: number): Float32Array | undefined {
  const { rows, columns, values } = matrix;
  const step = Math.ceil(rows / SAMPLED_ROWS);
  const distinct = new Float32Array(limit + 1);
  let count = 0;
  let last = Number.NaN;
  for (let row = 0; row < rows; row += step) {
    const value = values[row * columns + column]!;
    if (value === last || Number.isNaN(value)) continue;
    last = value;
    const place = firstAtOrAbove(distinct, value, count);
    if (place < count && distinct[place] === value) continue;
    if (count === limit) return undefined;
    distinct.copyWithin(place + 1, place, count++);
    distinct[place] = value;
  }
  return distinct.subarray(0, count);
}

function edgesOf(matrix: Matrix, column: number, maxBins: number): Float32Array {
  const distinct = fewValues(matrix, column, maxBins);
  if (!distinct) return quantileEdges(sortedColumn(matrix, column), maxBins);
  return Float32Array.from({ length: Math.max(0, distinct.length - 1) }, (_, index) =>
    edgeBetween(distinct[index]!, distinct[index + 1]!),
  );
}

function firstAtOrAbove(sorted: Float32Array, value: number, length = sorted.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The edge before each quantile's value; where a value fills several quantiles, also the one after it. */
function quantileEdges(sorted: Float32Array, maxBins: number): Float32Array {
  const edges: number[] = [];
  let previous = Number.NaN;
  for (let bin = 1; bin < maxBins; bin++) {
    const value = sorted[Math.floor((bin * sorted.length) / maxBins)]!;
    const upper = value === previous ? firstAbove(sorted, value) : firstAtOrAbove(sorted, value);
    previous = value;
    if (upper === 0 || upper === sorted.length) continue;
    const edge = edgeBetween(sorted[upper - 1]!, sorted[upper]!);
    if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge);
  }
  return Float32Array.from(edges);
}

/**
 * For each column, increasing edges: a value belongs to bin `i` when it is the first edge at or above it.
 * One bin a value where there are at most `maxBins` values, else quantiles. A column without values has no edge.
 */
export function binEdges(matrix: Matrix, maxBins = MAX_BINS): Float32Array[] {
  return Array.from({ length: matrix.columns }, (_, column) => edgesOf(matrix, column, maxBins));
}
