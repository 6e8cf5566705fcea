import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithmsBut, continuousData, fitQuickly } from '../../reference/algorithms.ts';
import { noisyData } from '../../reference/load.ts';
import type { Matrix } from '../dataset/matrix.js';
import { selectData, type TrainingData } from '../dataset/training-data.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import { importance } from '../model/importance.js';
import { predictProbabilities } from '../model/predict.js';
import { createRandom, shuffle } from '../random/random.js';

const RUNS = { numRuns: 12 };

/** Balanced classes weigh the same, so a node with all rows of two of them votes for either as rounding decides. */
const UNEVEN = { classWeighting: 'none' } as const;

const cases = fc.record({
  rows: fc.integer({ min: 12, max: 60 }),
  classes: fc.constantFrom(2, 3),
  seed: fc.integer({ min: 0, max: 100_000 }),
  missing: fc.constantFrom(0, 0.2),
});

async function probabilities(data: TrainingData, algorithm: AlgorithmName, of: Matrix = data.matrix) {
  return predictProbabilities(await fitQuickly(data, algorithm, UNEVEN), of);
}

function expectClose(found: Float32Array | Float64Array, expected: Float32Array | Float64Array) {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) => {
    expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-5);
  });
}

const shuffled = (length: number, seed: number) =>
  shuffle(
    Int32Array.from({ length }, (_, index) => index),
    createRandom(seed),
  );

function mapValues(data: TrainingData, map: (value: number, column: number) => number): TrainingData {
  const { columns, values } = data.matrix;
  return {
    ...data,
    matrix: { ...data.matrix, values: values.map((value, index) => map(value, index % columns)) },
  };
}

function permuteColumns(data: TrainingData, order: Int32Array): TrainingData {
  const { columns, values } = data.matrix;
  const moved = values.map((_, index) => values[index - (index % columns) + order[index % columns]!]!);
  return { ...data, matrix: { ...data.matrix, values: moved } };
}

// A forest draws as many rows as there are, each as likely as any other: two rows are not one of weight 2.
describe.each(algorithmsBut('random-forest'))('%s', (algorithm) => {
  it('takes a weight of 2 for the row standing there twice', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (settings) => {
        const data = noisyData(settings);
        const twice = (row: number) => row % 3 === 0;
        const rows = Array.from({ length: settings.rows }, (_, row) =>
          twice(row) ? [row, row] : [row],
        ).flat();
        const weights = Float64Array.from(data.labels, (_, row) => (twice(row) ? 2 : 1));
        const doubled = selectData(data, Int32Array.from(rows));
        expect(await fitQuickly({ ...data, weights }, algorithm)).toEqual(
          await fitQuickly(doubled, algorithm),
        );
      }),
      RUNS,
    );
  });

  // Which rows a forest draws is told by their places.
  it('does not depend on the order of the rows, but for rounding', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (settings) => {
        const data = continuousData(settings);
        const permuted = selectData(data, shuffled(settings.rows, settings.seed));
        expectClose(
          await probabilities(permuted, algorithm, data.matrix),
          await probabilities(data, algorithm),
        );
      }),
      RUNS,
    );
  });

  // Which columns a forest draws is told by their places.
  it('does not depend on the order of the columns, but for rounding', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (settings) => {
        const data = continuousData(settings);
        const permuted = permuteColumns(data, shuffled(data.matrix.columns, settings.seed));
        expectClose(await probabilities(permuted, algorithm), await probabilities(data, algorithm));
      }),
      RUNS,
    );
  });
});

// Of columns that part a small node's rows alike, the first is praised: a full tree has many such nodes.
describe.each(algorithmsBut('random-forest', 'decision-tree'))('%s', (algorithm) => {
  it('moves the importance with the columns', async () => {
    const data = continuousData({ rows: 300, columns: 5, seed: 6 });
    const order = Int32Array.of(3, 0, 4, 2, 1);
    const original = importance(await fitQuickly(data, algorithm));
    const moved = importance(await fitQuickly(permuteColumns(data, order), algorithm));
    expectClose(
      moved,
      original.map((_, column) => original[order[column]!]!),
    );
    expect(new Set(original).size).toBeGreaterThan(2);
  });
});

// Such a row still lends its values to thresholds, and each tree of a forest is asked about rows it has not seen.
describe.each(algorithmsBut('random-forest'))('%s', (algorithm) => {
  it('takes a row without weight for one that is not there', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (settings) => {
        const data = continuousData(settings);
        const isKept = (row: number) => row < settings.classes || row % 3 > 0;
        const kept = data.labels.map((_, row) => row).filter(isKept);
        const weights = data.weights!.map((weight, row) => (isKept(row) ? weight : 0));
        const without = selectData(data, kept);
        const found = await probabilities({ ...data, weights }, algorithm, without.matrix);
        expectClose(found, await probabilities(without, algorithm));
      }),
      RUNS,
    );
  });
});

// Regression and neighbours measure distances; trees only compare.
describe.each(algorithmsBut('logistic-regression', 'knn'))('%s', (algorithm) => {
  it('predicts the same of its training rows when columns are transformed monotonically', async () => {
    const transforms = [
      Math.exp,
      (value: number) => value ** 3 - 7,
      (value: number) => 1024 * value,
      Math.atan,
    ];
    await fc.assert(
      fc.asyncProperty(cases, async (settings) => {
        const data = continuousData(settings);
        const transformed = mapValues(data, (value, column) => transforms[column]!(value));
        expect(await probabilities(transformed, algorithm)).toEqual(await probabilities(data, algorithm));
      }),
      RUNS,
    );
  });
});

// Regression's penalty and boosting's least second derivatives are on the scale of the weights.
describe.each(algorithmsBut('logistic-regression', 'gradient-boosting'))('%s', (algorithm) => {
  it('looks at the proportions of the weights only', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom(2 ** -20, 2 ** 20), async (settings, scale) => {
        const data = continuousData(settings);
        const weights = data.weights!.map((weight) => weight * scale);
        expectClose(
          await probabilities({ ...data, weights }, algorithm),
          await probabilities(data, algorithm),
        );
      }),
      RUNS,
    );
  });
});
