/**
 * Columns by how soon their differences tell rows apart, the soonest first. Scaled columns all have a variance of 1;
 * one with a small fourth moment differs a little between most rows, one with a large a lot between few.
 * Constant columns come last.
 */
export function columnsBySpread(rows: Float32Array, columns: number): Int32Array {
  const count = rows.length / columns;
  const moments = new Float64Array(columns);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < columns; column++) {
      const square = rows[row * columns + column]! ** 2;
      moments[column]! += square * square;
    }
  }
  for (let column = 0; column < columns; column++) moments[column] ||= Number.POSITIVE_INFINITY;
  return Int32Array.from({ length: columns }, (_, column) => column).sort((a, b) => {
    if (moments[a] === moments[b]) return a - b;
    return moments[a]! < moments[b]! ? -1 : 1;
  });
}
