import { LearningError } from '../errors.js';

/** `rows` × `columns` numbers, row-major; `NaN` is a missing value. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** A matrix from rows of numbers; `null` and `undefined` are missing. Throws `LEARN_MATRIX_SHAPE` on ragged rows. */
export function matrixOf(rows: readonly (readonly (number | null | undefined)[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, index) => {
    if (row.length !== columns) {
      throw new LearningError('LEARN_MATRIX_SHAPE', `row ${index} has ${row.length} of ${columns} columns`);
    }
    for (let column = 0; column < columns; column++)
      values[index * columns + column] = row[column] ?? Number.NaN;
  });
  return { rows: rows.length, columns, values };
}

/** The given rows, in the given order, as a new matrix. */
export function selectRows(matrix: Matrix, rows: Int32Array): Matrix {
  const { columns } = matrix;
  const values = new Float32Array(new SharedArrayBuffer(rows.length * columns * 4));
  for (let index = 0; index < rows.length; index++) {
    const start = rows[index]! * columns;
    values.set(matrix.values.subarray(start, start + columns), index * columns);
  }
  return { rows: rows.length, columns, values };
}

/** The matrix with further columns behind its own, `added` rows × so many, as a new matrix. */
export function withColumns({ rows, columns, values }: Matrix, added: Float32Array): Matrix {
  const more = added.length / rows;
  const width = columns + more;
  const wider = new Float32Array(new SharedArrayBuffer(rows * width * 4));
  for (let row = 0; row < rows; row++) {
    wider.set(values.subarray(row * columns, (row + 1) * columns), row * width);
    wider.set(added.subarray(row * more, (row + 1) * more), row * width + columns);
  }
  return { rows, columns: width, values: wider };
}

/** Throws `LEARN_MATRIX_EMPTY`, `LEARN_MATRIX_SHAPE` or `LEARN_VALUE_INFINITE` (naming row and column). */
export function assertMatrix(matrix: Matrix): void {
  const { rows, columns, values } = matrix;
  if (!Number.isSafeInteger(rows) || !Number.isSafeInteger(columns) || rows < 1 || columns < 1) {
    throw new LearningError('LEARN_MATRIX_EMPTY', `${rows} × ${columns}`);
  }
  if (values.length !== rows * columns) {
    throw new LearningError('LEARN_MATRIX_SHAPE', `${values.length} values for ${rows} × ${columns}`);
  }
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
      const row = Math.floor(index / columns);
      throw new LearningError('LEARN_VALUE_INFINITE', `row ${row}, column ${index % columns}`);
    }
  }
}
