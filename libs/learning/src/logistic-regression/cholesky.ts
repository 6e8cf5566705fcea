/**
 * Overwrites the lower half of a symmetric positive definite matrix (`size` × `size`) with its Cholesky factor.
 * False, and the matrix spoilt, where it is not positive definite in 64 bits.
 */
export function factorise(matrix: Float64Array, size: number): boolean {
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
  return true;
}

/** Solves L Lᵀ x = b for a factor of {@link factorise}; x takes the place of b. */
export function solveFactorised(factor: Float64Array, size: number, right: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let sum = right[row]!;
    for (let each = 0; each < row; each++) sum -= factor[row * size + each]! * right[each]!;
    right[row] = sum / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row]!;
    for (let each = row + 1; each < size; each++) sum -= factor[each * size + row]! * right[each]!;
    right[row] = sum / factor[row * size + row]!;
  }
}
