import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import type { Matrix } from '../dataset/matrix.js';
import { matrixOf } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import { finishInSlices } from '../inspection/steps.js';
import type { FittedModel, LogisticRegressionModel } from '../model/fitted-model.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { fitModel } from '../training/fit-model.js';
import { candidateValues } from './candidate-values.js';
import { summariseEvasion } from './evasion.js';
import { evasionSteps, minimalEvasion } from './minimal-evasion.js';

const options = { positive: 0, seed: 1 };

/** Columns of 0 and 1; class 0 where fewer than `needed` of them are 1. */
function votes(columns: number, needed: number): LogisticRegressionModel {
  return {
    algorithm: 'logistic-regression',
    features: columns,
    classes: 2,
    means: new Float64Array(columns),
    scales: new Float64Array(columns).fill(1),
    coefficients: new Float64Array(columns).fill(1),
    intercepts: Float64Array.of(0.5 - needed),
  };
}

/** Rows of zeros, all of class 0; training data with both values of each column. */
function zeros(columns: number, rows = 3): { training: Matrix; test: TrainingData } {
  const row = new Array<number>(columns).fill(0);
  return {
    training: matrixOf([row, row.map(() => 1)]),
    test: {
      matrix: matrixOf(Array.from({ length: rows }, () => row)),
      labels: new Int32Array(rows),
      classes: 2,
    },
  };
}

describe('minimalEvasion of a vote', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [6, 3],
  ])('finds that %i changes are needed, and knows of %i that fewer cannot do', (needed, atLeast) => {
    const { training, test } = zeros(8);
    const found = minimalEvasion(votes(8, needed), training, test, options);
    expect(found).toMatchObject({ rows: 3, eligibleRows: 3, median: needed, medianAtLeast: atLeast });
    expect(found.exactShare).toBe(needed <= 3 ? 1 : 0);
    expect(found.shares[needed]).toBe(1);
    expect(found.columnShare.reduce((sum, share) => sum + share, 0)).toBeCloseTo(needed, 12);
  });

  it('says where nothing within its limits does', () => {
    const { training, test } = zeros(8);
    const found = minimalEvasion(votes(8, 5), training, test, { ...options, maxChanges: 4 });
    expect(found).toMatchObject({ median: null, medianAtLeast: 3, shares: [1, 0, 0, 0, 0], exactShare: 0 });
  });

  it('claims less where not all pairs were tried, and nothing where values were left out', () => {
    const { training, test } = zeros(8);
    expect(minimalEvasion(votes(8, 3), training, test, { ...options, mostPairs: 3 })).toMatchObject({
      median: 3,
      medianAtLeast: 2,
      exactShare: 0,
    });
    const scope = { eligibleRows: 1, columns: 3, maxChanges: 3, areValuesComplete: false };
    expect(summariseEvasion([{ columns: [0, 2], atLeast: 2 }], scope)).toMatchObject({
      median: 2,
      medianAtLeast: 1,
      exactShare: 0,
    });
  });

  it('searches only rows of the class that are called it, and none is a result too', () => {
    const { training, test } = zeros(3, 4);
    const values = test.matrix.values.slice().fill(1, 0, 3);
    const labels = Int32Array.of(0, 0, 1, 0);
    const mixed = { ...test, matrix: { ...test.matrix, values }, labels };
    expect(minimalEvasion(votes(3, 1), training, mixed, options)).toMatchObject({ eligibleRows: 2, rows: 2 });
    const none = { ...test, labels: new Int32Array(4).fill(1) };
    expect(minimalEvasion(votes(3, 1), training, none, options)).toMatchObject({ rows: 0, median: null });
  });
});

it('refuses rows of another width', () => {
  const { training, test } = zeros(3);
  const mismatch = expect.objectContaining({ code: 'LEARN_FEATURES_MISMATCH' });
  expect(() => minimalEvasion(votes(2, 1), training, test, options)).toThrow(mismatch);
  expect(() => minimalEvasion(votes(3, 1), zeros(2).training, test, options)).toThrow(mismatch);
});

/** Whether some change of up to two columns to values of the training data flips the row. */
function bruteForce(model: FittedModel, training: Matrix, row: Float32Array): number {
  const columns = row.length;
  const valuesOf = (column: number) => [
    ...new Set(Array.from({ length: training.rows }, (_, each) => training.values[each * columns + column]!)),
  ];
  const isFlipped = (values: Float32Array) => {
    const probabilities = predictProbabilities(model, { rows: 1, columns, values });
    return mostProbable(probabilities, model.classes, new Int32Array(1))[0] !== 0;
  };
  const changed = (values: Float32Array, column: number, value: number) => {
    const copy = values.slice();
    copy[column] = value;
    return copy;
  };
  const singles = row.reduce<{ column: number; values: Float32Array }[]>((all, _, column) => {
    for (const value of valuesOf(column)) all.push({ column, values: changed(row, column, value) });
    return all;
  }, []);
  if (singles.some(({ values }) => isFlipped(values))) return 1;
  const isPair = singles.some(({ column, values }) =>
    Array.from({ length: columns }, (_, other) => other)
      .filter((other) => other > column)
      .some((other) => valuesOf(other).some((value) => isFlipped(changed(values, other, value)))),
  );
  return isPair ? 2 : 3;
}

describe('minimalEvasion of fitted models', () => {
  it.each([
    ['decision-tree', { criterion: 'gini', maxDepth: 4 }],
    ['random-forest', { nEstimators: 5 }],
    ['logistic-regression', { C: 1 }],
    ['knn', { k: 3 }],
  ] as const)('finds what trying every change finds: %s', async (algorithm, parameters) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.constantFrom(2, 3), async (seed, classes) => {
        const data = noisyData({ rows: 60, columns: 4, classes, seed, missing: 0.1 });
        const model = await fitModel(data, { algorithm, parameters }, { seed, workers: 0 });
        const found = minimalEvasion(model, data.matrix, data, options);
        expect(found.areValuesComplete).toBe(true);
        const predicted = mostProbable(predictProbabilities(model, data.matrix), classes, new Int32Array(60));
        const numbers = Array.from(predicted, (_, row) => row)
          .filter((row) => predicted[row] === 0 && data.labels[row] === 0)
          .map((row) => bruteForce(model, data.matrix, data.matrix.values.subarray(row * 4, row * 4 + 4)));
        expect(found.rows).toBe(numbers.length);
        for (const changes of [1, 2]) {
          const share = numbers.filter((number) => number === changes).length / Math.max(1, numbers.length);
          expect(found.shares[changes]).toBeCloseTo(share, 12);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('evasionSteps', () => {
  const data = noisyData({ rows: 400, columns: 6 });
  const forest = fitModel(
    data,
    { algorithm: 'random-forest', parameters: { nEstimators: 10 } },
    { seed: 1, workers: 0 },
  );

  it('samples by the seed, within the rows and the budget', async () => {
    const model = await forest;
    const search = (more: object) => minimalEvasion(model, data.matrix, data, { ...options, ...more });
    expect(search({ rows: 50 }).rows).toBe(50);
    expect(search({ rows: 50 })).toEqual(search({ rows: 50 }));
    expect(search({ rows: 50, seed: 2 }).columnShare).not.toEqual(search({ rows: 50 }).columnShare);
    expect(search({ budget: 1 }).rows).toBe(40);
  });

  it('comes on row by row, and stops with the reason of the signal', async () => {
    const model = await forest;
    const steps = [...evasionSteps(model, data.matrix, data, { ...options, rows: 60 })];
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.at(-1)!.done).toBe(steps.at(-1)!.total);
    const signal = AbortSignal.abort(new Error('enough'));
    // Each step outlasts a slice, so that the signal is looked at behind the first.
    const slow = (function* () {
      let done = 0;
      for (const step of evasionSteps(model, data.matrix, data, options)) {
        const until = performance.now() + 60;
        while (performance.now() < until) done++;
        yield step;
      }
      return done;
    })();
    await expect(finishInSlices(slow, { signal })).rejects.toThrow('enough');
  });
});

describe('candidateValues', () => {
  const training = matrixOf(Array.from({ length: 200 }, (_, row) => [row, row % 3, row < 5 ? null : 7]));
  const tree = (feature: number[], threshold: number[]): FittedModel => ({
    algorithm: 'decision-tree',
    features: 3,
    classes: 2,
    importance: new Float64Array(3),
    trees: {
      roots: Int32Array.of(0),
      feature: Int32Array.from(feature),
      threshold: Float32Array.from(threshold),
      missingLeft: new Uint8Array(feature.length),
      left: Int32Array.of(1, 3, 0, 0, 0),
      right: Int32Array.of(2, 4, 0, 0, 0),
      width: 2,
      values: new Float32Array(2 * feature.length).fill(0.5),
      cover: new Float32Array(feature.length),
    },
  });

  it('keeps one value for each side of each threshold of the trees', () => {
    const [first, second, third] = candidateValues(training, tree([0, 0, -1, -1, -1], [50, 120.5, 0, 0, 0]), {
      most: 24,
      haveGaps: true,
    });
    expect([...first!.values]).toEqual([0, 51, 121]);
    expect(first!.isComplete).toBe(true);
    expect([first!.isSame(3, 50), first!.isSame(50, 51)]).toEqual([true, false]);
    expect(second!.values).toHaveLength(1);
    expect([...third!.values]).toEqual([7, Number.NaN]);
  });

  it('keeps the ends and what is missing for a two-class linear score', () => {
    const [first, , third] = candidateValues(training, votes(3, 1), { most: 24, haveGaps: false });
    expect([...first!.values]).toEqual([0, 199]);
    expect(first!.isComplete).toBe(true);
    expect([...third!.values]).toEqual([7, Number.NaN]);
  });

  it('keeps more where gaps are filled by what the other columns say', () => {
    const [first] = candidateValues(training, votes(3, 1), { most: 4, haveGaps: true });
    expect([...first!.values]).toEqual([0, 66, 133, 199]);
    expect(first!.isComplete).toBe(false);
  });

  it('thins many values evenly and says so', () => {
    const softmax = {
      ...votes(3, 1),
      classes: 3,
      intercepts: new Float64Array(3),
      coefficients: new Float64Array(9),
    };
    const [first, second] = candidateValues(training, softmax, { most: 5, haveGaps: false });
    expect([...first!.values]).toEqual([0, 50, 100, 149, 199]);
    expect(first!.isComplete).toBe(false);
    expect([...second!.values]).toEqual([0, 1, 2]);
    expect(second!.isComplete).toBe(true);
  });
});
