/**
 * Solves A x = b for a symmetric positive definite A (`size` × `size`, its lower half read). A is overwritten with its
 * Cholesky factor and `b` with x. False, and both spoilt, where A is not positive definite in these 64 bits.
 */
export function solvePositiveDefinite(matrix: Float64Array, size: number, right: Float64Array): boolean {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let each = 0; each < column; each++)
        sum -= matrix[row * size + each]! * matrix[column * size + each]!;
      if (column < row) matrix[row * size + column] = sum / matrix[column * size + column]!;
      else if (sum > 0) matrix[row * size + row] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let row = 0; row < size; row++) {
    let sum = right[row]!;
    for (let each = 0; each < row; each++) sum -= matrix[row * size + each]! * right[each]!;
    right[row] = sum / matrix[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row]!;
    for (let each = row + 1; each < size; each++) sum -= matrix[each * size + row]! * right[each]!;
    right[row] = sum / matrix[row * size + row]!;
  }
  return true;
}
