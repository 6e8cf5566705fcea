import type { TrainingData } from '@weir/learning';
import { uniformFrom } from './random.js';
import { randomMatrix } from './random-matrix.js';

/** Rows whose class depends on two columns and on chance. */
export function randomData(rows: number, columns: number, classes: number, seed: number): TrainingData {
  const uniform = uniformFrom(seed);
  const matrix = randomMatrix(uniform, rows, columns, 0);
  const labels = Int32Array.from({ length: rows }, (_, row) => {
    const score =
      matrix.values[row * columns]! + matrix.values[row * columns + 1]! / 2 + (uniform() - 0.5) * 2;
    return Math.min(classes - 1, Math.max(0, Math.floor((score + 1.5) / (3 / classes))));
  });
  return { matrix, labels, classes };
}
