import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFrom, noisyData, readReference } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { trainingView } from '../algorithm/training-view.js';
import { type Matrix, matrixOf, selectRows } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { KnnModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom, shuffle } from '../random/random.js';
import { stratifiedFolds } from '../splits/splits.js';
import { fitModel } from '../training/fit-model.js';
import { nearestNeighbours } from './algorithm.js';

interface Figures {
  k: number;
  weights: string;
  probabilities: number[];
}
interface Case extends Figures {
  classes: number;
  x: number[];
  y: number[];
  queries: number[];
}
interface Duplicated {
  x: number[];
  y: number[];
  times: number[];
  queries: number[];
  cases: Figures[];
}
const reference = readReference<{ neighbours: Case[]; duplicated: Duplicated }>('neighbours.json');

async function fit(data: TrainingData, parameters: Record<string, string | number>) {
  return (await fitModel(data, { algorithm: 'knn', parameters }, { seed: 1, workers: 0 })) as KnnModel;
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-6) {
  expect(found.length).toBe(expected.length);
  for (let index = 0; index < expected.length; index++)
    expect(Math.abs(found[index]! - expected[index]!)).toBeLessThan(tolerance);
}

/** Continuous columns, so that no two rows are equally near. */
function continuous(rows: number, columns: number, seed: number, classes = 2): TrainingData {
  const random = createRandom(seed);
  const values = Float32Array.from({ length: rows * columns }, () => random.uniform());
  const labels = Int32Array.from({ length: rows }, (_, row) => (row < classes ? row : random.below(classes)));
  return { matrix: { rows, columns, values }, labels, classes };
}

describe("scikit-learn's KNeighborsClassifier", () => {
  it.each(reference.neighbours)('gives the same: $classes classes, k $k, $weights', async (each) => {
    const data = { matrix: matrixFrom(each.x, 5), labels: Int32Array.from(each.y), classes: each.classes };
    const model = await fit(data, { k: each.k, weights: each.weights });
    expectClose(predictProbabilities(model, matrixFrom(each.queries, 5)), each.probabilities);
  });

  it.each(reference.duplicated.cases)('counts copies the same: k $k, $weights', async (each) => {
    const { x, y, times, queries } = reference.duplicated;
    const rows = Int32Array.from(times.flatMap((count, row) => new Array<number>(count).fill(row)));
    const standing = {
      matrix: selectRows(matrixFrom(x, 5), rows),
      labels: rows.map((row) => y[row]!),
      classes: 2,
    };
    const weighted = {
      matrix: matrixFrom(x, 5),
      labels: Int32Array.from(y),
      classes: 2,
      weights: Float64Array.from(times),
    };
    for (const data of [standing, weighted]) {
      const model = await fit(data, { k: each.k, weights: each.weights });
      expect(model.labels).toHaveLength(40);
      expectClose(predictProbabilities(model, matrixFrom(queries, 5)), each.probabilities);
    }
  });
});

describe('nearest neighbours', () => {
  const queries = continuous(50, 4, 99).matrix;

  it('answers every k and weighting from one pass as a fit of its own would', async () => {
    const data = noisyData({ rows: 150, classes: 3, missing: 0.1 });
    const foldOf = stratifiedFolds(data.labels, 3, 3, { seed: 1 });
    const view = trainingView(prepareProblem(data, { seed: 1, foldOf }), 1);
    const candidates = [3, 11, 1, 500].flatMap((k) =>
      ['uniform', 'distance'].map((weights) => ({ k, weights })),
    );
    const units = nearestNeighbours.planScoring(candidates);
    expect(units).toHaveLength(1);
    const scoring = nearestNeighbours.score(view, units[0]!);
    let scored = scoring.next();
    while (!scored.done) scored = scoring.next();
    for (const [index, parameters] of candidates.entries()) {
      const fitting = nearestNeighbours.fit(view, { parameters, from: 0, to: 1 });
      let fitted = fitting.next();
      while (!fitted.done) fitted = fitting.next();
      const expected = predictProbabilities(fitted.value, view.validation);
      expect(Float32Array.from(scored.value[index]!)).toEqual(expected);
    }
  });

  it('takes all rows where k is more than there are', async () => {
    const data = continuous(9, 4, 3);
    const ones = data.labels.filter((label) => label === 1).length;
    const probabilities = predictProbabilities(await fit(data, { k: 1000 }), queries);
    for (let row = 0; row < queries.rows; row++) expect(probabilities[row * 2 + 1]).toBeCloseTo(ones / 9, 6);
  });

  it('leaves no say to others where rows are the same and weights go by distance', async () => {
    const matrix = matrixOf([[0], [0], [0], [1], [1.001], [1.002]]);
    const data = { matrix, labels: Int32Array.of(0, 0, 1, 1, 1, 1), classes: 2 };
    const model = await fit(data, { k: 6, weights: 'distance' });
    const found = predictProbabilities(model, matrixOf([[0], [1]]));
    expectClose(found, [2 / 3, 1 / 3, 0, 1]);
  });

  it('does not mind the order of rows or of columns, where nothing is tied', async () => {
    const work = fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      const data = continuous(60, 4, seed, 3);
      const rows = shuffle(
        Int32Array.from({ length: 60 }, (_, row) => row),
        createRandom(seed, 1),
      );
      const columns = shuffle(Int32Array.of(0, 1, 2, 3), createRandom(seed, 2));
      const rearranged = (matrix: Matrix, order: Int32Array): Matrix => {
        const values = Array.from(order).flatMap((row) =>
          Array.from(columns, (column) => matrix.values[row * 4 + column]!),
        );
        return { rows: order.length, columns: 4, values: Float32Array.from(values) };
      };
      const other = {
        matrix: rearranged(data.matrix, rows),
        labels: rows.map((row) => data.labels[row]!),
        classes: 3,
      };
      const same = Int32Array.from({ length: 50 }, (_, row) => row);
      const parameters = { k: 5, weights: 'distance' };
      const expected = predictProbabilities(await fit(data, parameters), queries);
      const found = predictProbabilities(await fit(other, parameters), rearranged(queries, same));
      expectClose(found, expected, 1e-4);
    });
    await fc.assert(work, { numRuns: 20 });
  });

  it('imputes what it predicts as it did what it learnt from', async () => {
    const data = noisyData({ rows: 80, missing: 0.2 });
    const own = predictProbabilities(await fit(data, { k: 1 }), data.matrix);
    const right = data.labels.filter((label, row) => own[row * 2 + label]! === 1).length;
    // Distinct rows may be imputed to the same: not every row need be its own nearest.
    expect(right).toBeGreaterThan(70);
    const byMean = await fit(data, { k: 1, imputer: 'mean' });
    expect(byMean.imputer).toBeUndefined();
    expect(predictProbabilities(byMean, matrixOf([[null, null, null, null]]))).toHaveLength(2);
  });

  it.each([
    ['two rows', matrixOf([[1], [2]]), Int32Array.of(0, 1)],
    [
      'constant columns',
      matrixOf([
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
      Int32Array.of(0, 1, 1),
    ],
    [
      'an empty column',
      matrixOf([
        [null, 1],
        [null, 2],
        [null, 4],
      ]),
      Int32Array.of(0, 1, 1),
    ],
    [
      'an empty row',
      matrixOf([
        [1, 2],
        [null, null],
        [2, 1],
      ]),
      Int32Array.of(0, 1, 0),
    ],
    ['nothing but missing values', matrixOf([[null], [null]]), Int32Array.of(0, 1)],
  ])('has a defined result for %s', async (_, matrix, labels) => {
    for (const weights of ['uniform', 'distance']) {
      const model = await fit({ matrix, labels, classes: 2 }, { k: 2, weights });
      const extreme = new Float32Array(matrix.columns).fill(Number.POSITIVE_INFINITY);
      const values = Float32Array.of(
        ...matrix.values,
        ...new Array(matrix.columns).fill(Number.NaN),
        ...extreme,
      );
      const rows = values.length / matrix.columns;
      const found = predictProbabilities(model, { rows, columns: matrix.columns, values });
      for (let row = 0; row < rows; row++) expect(found[row * 2]! + found[row * 2 + 1]!).toBeCloseTo(1, 6);
    }
  });

  it('takes 10,000 columns', async () => {
    const data = noisyData({ rows: 60, columns: 10_000, missing: 0.01 });
    const found = predictProbabilities(await fit(data, { k: 3 }), data.matrix);
    expect(found.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it.each([{ k: 0 }, { k: 1001 }, { k: 2.5 }, { k: 3, weights: 'other' }, { k: 3, imputer: 'median' }, {}])(
    'refuses %j',
    async (parameters) => {
      await expect(fit(continuous(9, 2, 1), parameters)).rejects.toMatchObject({
        code: 'LEARN_PARAMETER_INVALID',
      });
    },
  );
});
