/** Rows of a flat array, in an order of their own. */
export interface RowSelection {
  readonly values: Float32Array;
  readonly columns: number;
  /** Numbers of the rows in `values`. */
  readonly rows: Int32Array;
}

/** What makes a column's mean 0 and its variance 1. */
export interface Scaling {
  readonly means: Float64Array;
  /** Standard deviations; 1 for a constant column. */
  readonly scales: Float64Array;
}

/** Weighted mean of each column's present values; 0 for a column without any. `weights`: one a selected row. */
export function columnMeans({ values, columns, rows }: RowSelection, weights: Float64Array): Float64Array {
  const sums = new Float64Array(columns);
  const present = new Float64Array(columns);
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index]! * columns;
    const weight = weights[index]!;
    for (let column = 0; column < columns; column++) {
      const value = values[from + column]!;
      if (Number.isNaN(value)) continue;
      sums[column]! += weight * value;
      present[column]! += weight;
    }
  }
  return sums.map((sum, column) => (present[column]! > 0 ? sum / present[column]! : 0));
}

/**
 * Weighted means and standard deviations (n in the denominator), as scikit-learn's StandardScaler. A value that is
 * missing counts as the mean. Constant columns scale by 1.
 */
export function fitScaling(selection: RowSelection, weights: Float64Array): Scaling {
  const { values, columns, rows } = selection;
  const means = columnMeans(selection, weights);
  const squares = new Float64Array(columns);
  let total = 0;
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index]! * columns;
    const weight = weights[index]!;
    total += weight;
    for (let column = 0; column < columns; column++) {
      const difference = values[from + column]! - means[column]!;
      if (!Number.isNaN(difference)) squares[column]! += weight * difference * difference;
    }
  }
  const scales = squares.map((sum, column) => {
    const deviation = Math.sqrt(sum / total);
    // Rounding leaves a constant column a deviation of about 1e-16 of its size.
    return deviation > 1e-10 * Math.max(1e-30, Math.abs(means[column]!)) ? deviation : 1;
  });
  return { means, scales };
}
