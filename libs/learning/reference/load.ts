import { readFileSync } from 'node:fs';
import type { Matrix } from '../src/dataset/matrix.ts';
import type { TrainingData } from '../src/dataset/training-data.ts';
import { createRandom } from '../src/random/random.ts';

/** What `record.py` wrote to the file of this name. */
export function readReference<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

/** Row-major numbers as a matrix; null is missing. */
export function matrixFrom(values: readonly (number | null)[], columns: number): Matrix {
  const numbers = Float32Array.from(values, (value) => value ?? Number.NaN);
  return { rows: values.length / columns, columns, values: numbers };
}

export const UCI_CLASSES = ['phishing', 'legitimate'];

/** UCI 327 (Mohammad & McCluskey 2012, CC BY 4.0), as it lies beside the repository; class 0 is phishing. */
export function readUci(): { data: TrainingData; featureNames: string[] } {
  const file = new URL('../../../../shared/data/uci-phishing-websites.csv', import.meta.url);
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const cells = lines.map((line) => line.split(',').map(Number));
  const values = Float32Array.from(cells.flatMap((row) => row.slice(0, 30)));
  const labels = Int32Array.from(cells, (row) => (row[30] === -1 ? 0 : 1));
  return {
    data: { matrix: { rows: cells.length, columns: 30, values }, labels, classes: 2 },
    featureNames: head!.split(',').slice(0, 30),
  };
}

export interface NoisyOptions {
  readonly rows: number;
  readonly columns?: number;
  readonly classes?: number;
  readonly seed?: number;
  /** Share of values that are missing. */
  readonly missing?: number;
}

/** Few-valued columns, the first two of which say something about the class. */
export function noisyData({
  rows,
  columns = 4,
  classes = 2,
  seed = 1,
  missing = 0,
}: NoisyOptions): TrainingData {
  const random = createRandom(seed);
  const values = new Float32Array(rows * columns);
  const labels = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    labels[row] = row < classes ? row : random.below(classes);
    for (let column = 0; column < columns; column++) {
      const signal = column < 2 ? labels[row]! : 0;
      const value = signal + random.below(3);
      values[row * columns + column] = random.uniform() < missing ? Number.NaN : value;
    }
  }
  return { matrix: { rows, columns, values }, labels, classes };
}
