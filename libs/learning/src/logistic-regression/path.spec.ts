import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFrom, noisyData, readReference } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { ALL_ROWS, trainingView } from '../algorithm/training-view.js';
import { matrixOf, selectRows } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom, shuffle } from '../random/random.js';
import { fitModel } from '../training/fit-model.js';
import { logisticRegression } from './algorithm.js';
import { explainLinear } from './explain.js';
import { fitRegularisationPath } from './fit.js';

interface Case {
  classes: number;
  C: number;
  x: (number | null)[];
  y: number[];
  queries: (number | null)[];
  means: number[];
  scales: number[];
  coefficients: number[];
  intercepts: number[];
  probabilities: number[];
}
const { regression } = readReference<{ regression: Case[] }>('neighbours.json');

function result<T>(work: Generator<undefined, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const viewOf = (data: TrainingData) => trainingView(prepareProblem(data, { seed: 1 }), ALL_ROWS);

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) {
  expect(found.length).toBe(expected.length);
  for (let index = 0; index < expected.length; index++)
    expect(Math.abs(found[index]! - expected[index]!)).toBeLessThan(tolerance);
}

describe.each(regression)("scikit-learn's imputer, scaler and regression: $classes classes, C $C", (each) => {
  it('come to the same coefficients and probabilities', async () => {
    const data = { matrix: matrixFrom(each.x, 5), labels: Int32Array.from(each.y), classes: each.classes };
    const model = (await fitModel(
      data,
      { algorithm: 'logistic-regression', parameters: { C: each.C } },
      { seed: 1, workers: 0, classWeighting: 'none' },
    )) as LogisticRegressionModel;
    expect(model.imputer?.weights).toHaveLength(60);
    expectClose(model.means, each.means, 1e-6);
    expectClose(model.scales, each.scales, 1e-6);
    expectClose(model.coefficients, each.coefficients, 1e-6);
    expectClose(model.intercepts, each.intercepts, 1e-6);
    expectClose(predictProbabilities(model, matrixFrom(each.queries, 5)), each.probabilities, 1e-6);
  });
});

describe('the regularisation path', () => {
  const data = noisyData({ rows: 200, classes: 3, missing: 0.1 });

  it('gives in any order what each C gives alone', () => {
    const view = viewOf(data);
    const models = result(fitRegularisationPath(view, [10, 0.01, 1]));
    for (const [index, C] of [10, 0.01, 1].entries()) {
      const [alone] = result(fitRegularisationPath(view, [C]));
      expectClose(models[index]!.coefficients, alone!.coefficients, 1e-7);
      expectClose(models[index]!.intercepts, alone!.intercepts, 1e-7);
    }
  });

  it('is one unit of the search for each imputer', () => {
    const candidates = [
      { C: 1 },
      { C: 10, imputer: 'mean' },
      { C: 0.1, imputer: 'knn' },
      { C: 1, imputer: 'mean' },
    ];
    const units = logisticRegression.planScoring(candidates);
    expect(units.map(({ completes }) => completes)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    const view = viewOf(data);
    for (const unit of units) {
      const scores = result(logisticRegression.score({ ...view, validation: data.matrix }, unit));
      unit.completes.forEach((candidate, index) => {
        const fitted = result(
          logisticRegression.fit(view, { parameters: candidates[candidate]!, from: 0, to: 1 }),
        );
        expectClose(scores[index]!, predictProbabilities(fitted, data.matrix), 1e-6);
      });
    }
  });
});

describe('logistic regression at its limits', () => {
  it('takes 10,000 columns', () => {
    const data = noisyData({ rows: 60, columns: 10_000, missing: 0.01 });
    const [model] = result(fitRegularisationPath(viewOf(data), [1]));
    const probabilities = predictProbabilities(model!, data.matrix);
    data.labels.forEach((label, row) => {
      expect(probabilities[row * 2 + label]).toBeGreaterThan(0.5);
    });
  });

  it('has a defined result for rows without values, and two rows', () => {
    const data = {
      matrix: matrixOf([
        [null, null],
        [1, 2],
      ]),
      labels: Int32Array.of(0, 1),
      classes: 2,
    };
    const [model] = result(fitRegularisationPath(viewOf(data), [1]));
    const found = predictProbabilities(
      model!,
      matrixOf([
        [null, null],
        [1e30, -1e30],
        [null, 3],
      ]),
    );
    for (let row = 0; row < 3; row++) expect(found[row * 2]! + found[row * 2 + 1]!).toBeCloseTo(1, 6);
  });

  it('explains a missing value by what is imputed for it', () => {
    const data = noisyData({ rows: 100, missing: 0.2 });
    const [model] = result(fitRegularisationPath(viewOf(data), [1]));
    const row = Float32Array.of(Number.NaN, 3, 0, 1);
    const { base, score, contributions } = explainLinear(model!, row, 1);
    expect(contributions.reduce((sum, each) => sum + each, base)).toBeCloseTo(score, 12);
    expect(contributions[0]).not.toBe(0);
    const probability = predictProbabilities(model!, { rows: 1, columns: 4, values: row })[1]!;
    expect(1 / (1 + Math.exp(-score))).toBeCloseTo(probability, 6);
    expect(explainLinear(model!, row, 0).score).toBe(-score);
  });
});

/** The least by which any row is nearer to one other row than to the next, as KNN imputation measures it. */
function leastGap(values: Float32Array, rows: number, columns: number): number {
  const gaps = Array.from({ length: rows }, (_, row) => {
    const near = Array.from({ length: rows }, (_, other) => {
      let sum = 0;
      let shared = 0;
      for (let column = 0; column < columns; column++) {
        const difference = values[row * columns + column]! - values[other * columns + column]!;
        if (Number.isNaN(difference)) continue;
        sum += difference ** 2;
        shared++;
      }
      return Math.sqrt((sum * columns) / shared);
    });
    const sorted = near.filter((each, other) => other !== row && !Number.isNaN(each)).sort((a, b) => a - b);
    return Math.min(...sorted.slice(1).map((each, index) => each - sorted[index]!));
  });
  return Math.min(...gaps);
}

describe('what logistic regression does not depend on', () => {
  const random = (rows: number, seed: number) => noisyData({ rows, columns: 3, missing: 0.15, seed });

  it('is the order of rows and of columns, where no donors are tied', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const source = random(40, seed);
        // Parts no two rows have in common keep donors from being equally near, nearly always.
        const values = source.matrix.values.map(
          (value, index) => value + Math.sin(index * 12.9898 + seed) / 3,
        );
        fc.pre(leastGap(values, 40, 3) > 1e-5);
        const rows = shuffle(
          Int32Array.from({ length: 40 }, (_, row) => row),
          createRandom(seed),
        );
        const columns = shuffle(Int32Array.of(0, 1, 2), createRandom(seed, 1));
        const moved = {
          matrix: {
            rows: 40,
            columns: 3,
            values: Float32Array.from(
              Array.from(rows).flatMap((row) => Array.from(columns, (column) => values[row * 3 + column]!)),
            ),
          },
          labels: rows.map((row) => source.labels[row]!),
          classes: 2,
        };
        const [model] = result(
          fitRegularisationPath(viewOf({ ...source, matrix: { ...source.matrix, values } }), [1]),
        );
        const [other] = result(fitRegularisationPath(viewOf(moved), [1]));
        const expected = Array.from(columns, (column) => model!.coefficients[column]!);
        expectClose(other!.coefficients, expected, 1e-5);
      }),
      { numRuns: 40 },
    );
  });

  it('is whether a row stands n times or weighs n, imputed or not', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), weights, (seed, counts) => {
        const data = random(25, seed);
        const rows = Int32Array.from(counts.flatMap((count, row) => new Array<number>(count).fill(row)));
        const standing = {
          matrix: selectRows(data.matrix, rows),
          labels: rows.map((row) => data.labels[row]!),
          classes: 2,
        };
        const weighted = { ...data, weights: Float64Array.from(counts) };
        const [model] = result(fitRegularisationPath(viewOf(weighted), [0.5]));
        const [other] = result(fitRegularisationPath(viewOf(standing), [0.5]));
        expect(other).toEqual(model);
      }),
      { numRuns: 40 },
    );
  });
});
