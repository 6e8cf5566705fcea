import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { ALL_ROWS, type TrainingView, trainingView } from '../algorithm/training-view.js';
import { matrixOf, selectRows } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import { stratifiedFolds } from '../splits/splits.js';
import { chooseDonors, MAX_DONORS, maxDonors } from './choose-donors.js';
import { type FittedPreprocessing, fitPreprocessing, type Imputation } from './preprocessing.js';
import { RowPreprocessor } from './row-preprocessor.js';

function fitted(view: TrainingView, imputation: Imputation = 'knn'): FittedPreprocessing {
  const work = fitPreprocessing(view, imputation);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const viewOf = (data: TrainingData) => trainingView(prepareProblem(data, { seed: 1 }), ALL_ROWS);

function scaled({ preprocessing }: FittedPreprocessing, row: readonly (number | null)[]): number[] {
  const out = new Float32Array(row.length);
  new RowPreprocessor(preprocessing).writeScaled(matrixOf([row]).values, 0, out, 0);
  return [...out];
}

describe('preprocessing', () => {
  it('gives imputed training columns a mean of 0 and a variance of 1', () => {
    const { preprocessing, training } = fitted(viewOf(noisyData({ rows: 90, missing: 0.2 })));
    const rows = training.rows.length;
    const weights = preprocessing.imputer!.weights;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    expect(total).toBe(90);
    for (let column = 0; column < 4; column++) {
      let mean = 0;
      let variance = 0;
      for (let row = 0; row < rows; row++) {
        const value = training.values[training.rows[row]! * 4 + column]!;
        const own = (value - preprocessing.means[column]!) / preprocessing.scales[column]!;
        mean += (weights[row]! * own) / total;
        variance += (weights[row]! * own * own) / total;
      }
      expect(mean).toBeCloseTo(0, 10);
      expect(variance).toBeCloseTo(1, 10);
    }
  });

  it('is the same on rows that stand several times and on their weights', () => {
    const data = noisyData({ rows: 40, missing: 0.2 });
    const rows = Int32Array.from({ length: 120 }, (_, index) => index % 40);
    const many = {
      matrix: selectRows(data.matrix, rows),
      labels: rows.map((row) => data.labels[row]!),
      classes: 2,
    };
    const weighted = { ...data, weights: new Float64Array(40).fill(3) };
    expect(fitted(viewOf(many)).preprocessing).toEqual(fitted(viewOf(weighted)).preprocessing);
  });

  it('sees the training rows of a fold only', () => {
    const data = noisyData({ rows: 60, missing: 0.2 });
    const foldOf = stratifiedFolds(data.labels, 2, 3, { seed: 1 });
    // All rows differ, so that none of the fold shares its place with one in training.
    const different = data.matrix.values.map((value, index) => value + Math.floor(index / 4) / 64);
    const changed = different.map((value, index) => (foldOf[Math.floor(index / 4)] === 0 ? 1000 : value));
    const of = (values: Float32Array) => {
      const problem = prepareProblem({ ...data, matrix: { ...data.matrix, values } }, { seed: 1, foldOf });
      return fitted(trainingView(problem, 0)).preprocessing;
    };
    expect(of(changed)).toEqual(of(different));
  });

  it('touches nothing where nothing is missing, whichever imputation is asked for', () => {
    const view = viewOf(noisyData({ rows: 50 }));
    const { preprocessing, training } = fitted(view);
    expect(training.values).toBe(view.problem.matrix.values);
    const { imputer: _, ...scaling } = preprocessing;
    expect(scaling).toEqual(fitted(view, 'mean').preprocessing);
  });

  it('puts the mean in for what is missing, on request', () => {
    const data = {
      matrix: matrixOf([
        [1, 5],
        [2, null],
        [6, 7],
      ]),
      labels: Int32Array.of(0, 1, 1),
      classes: 2,
    };
    const own = fitted(viewOf(data), 'mean');
    expect(own.preprocessing.imputer).toBeUndefined();
    expect([...own.preprocessing.means]).toEqual([3, 6]);
    expect(own.preprocessing.scales[1]).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(scaled(own, [null, null])).toEqual([0, 0]);
  });

  it('has a defined result for constant and empty columns, empty rows and infinity', () => {
    const matrix = matrixOf([
      [7, null, 1],
      [7, null, 2],
      [7, null, 3],
      [null, null, null],
    ]);
    const own = fitted(viewOf({ matrix, labels: Int32Array.of(0, 1, 0, 1), classes: 2 }));
    expect([...own.preprocessing.scales.subarray(0, 2)]).toEqual([1, 1]);
    expect(scaled(own, [null, null, null])).toEqual([0, 0, 0]);
    expect(scaled(own, [8, 4, 2])).toEqual([1, 4, 0]);
    const extreme = scaled(own, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2]);
    expect(extreme.every(Number.isFinite)).toBe(true);
  });
});

describe('donors', () => {
  it('are bounded by count, by size and by the work of training', () => {
    expect(maxDonors(11_055, 30)).toBe(8_333);
    expect(maxDonors(1_000, 4)).toBe(MAX_DONORS);
    expect(maxDonors(50_000, 80)).toBe(3_125);
    expect(maxDonors(200_000, 80)).toBe(1_000);
    expect(maxDonors(50_000_000, 10_000)).toBe(200);
  });

  it('are all training rows, or a sample that the seed decides', () => {
    const data = noisyData({ rows: 600, columns: 4000 });
    const sampled = (seed: number) => chooseDonors(trainingView(prepareProblem(data, { seed }), ALL_ROWS));
    expect(sampled(1)).toHaveLength(200);
    expect(sampled(1)).toEqual(sampled(1));
    expect(sampled(1)).not.toEqual(sampled(2));
    expect(sampled(1)).toEqual(sampled(1).toSorted());
    const view = viewOf(noisyData({ rows: 80 }));
    expect(chooseDonors(view)).toBe(view.activeRows);
  });
});
