import type { Matrix } from '@weir/learning';

/** Rows of quarters (which equal thresholds) and other numbers; a share of the values is missing. */
export function randomMatrix(
  uniform: () => number,
  rows: number,
  columns: number,
  missingShare: number,
): Matrix {
  const values = Float32Array.from({ length: rows * columns }, () => {
    if (uniform() < missingShare) return Number.NaN;
    return uniform() < 0.5 ? Math.floor(uniform() * 21 - 10) / 4 : uniform() * 6 - 3;
  });
  return { rows, columns, values };
}
