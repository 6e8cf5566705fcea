import { describe, expect, it } from 'vitest';
import { matrixFrom, noisyData, readReference } from '../../reference/load.ts';
import type { TrainingData } from '../dataset/training-data.js';
import { binaryCounts, f1 } from '../metrics/confusion.js';
import { logLoss } from '../metrics/probability.js';
import { mostProbable, predictProbabilities } from '../model/predict.js';
import { fitModel } from '../training/fit-model.js';
import { permutationImportance, permutationSteps } from './permutation-importance.js';
import { columnsRead, incompleteShare, predictionCost } from './prediction-cost.js';
import { finishInSlices } from './steps.js';

interface Recorded {
  mean: number[];
  standardDeviation: number[];
}
const { permutation } = readReference<{
  permutation: { x: number[]; y: number[]; f1: Recorded; logLoss: Recorded };
}>('judgement.json');

const noisy = noisyData({ rows: 200, missing: 0.1 });
const forest = fitModel(
  noisy,
  { algorithm: 'random-forest', parameters: { nEstimators: 8 } },
  { seed: 1, workers: 0 },
);

describe('permutationImportance', () => {
  const data: TrainingData = {
    matrix: matrixFrom(permutation.x, 3),
    labels: Int32Array.from(permutation.y),
    classes: 2,
  };
  it.each([
    ['f1', permutation.f1],
    ['log-loss', permutation.logLoss],
  ] as const)(
    "comes to scikit-learn's of the same model within its own scatter: %s",
    async (scoring, recorded) => {
      const options = { seed: 1, workers: 0, classWeighting: 'none' } as const;
      const model = await fitModel(data, { algorithm: 'logistic-regression', parameters: { C: 1 } }, options);
      const found = permutationImportance(model, data, { positive: 1, seed: 1, scoring, repeats: 200 });
      recorded.mean.forEach((mean, column) => {
        const scatter = recorded.standardDeviation[column]!;
        // Two means of 200 repeats each: five standard errors of their difference.
        expect(Math.abs(found.mean[column]! - mean)).toBeLessThan(5 * scatter * Math.sqrt(2 / 200));
        expect(found.standardDeviation[column]! / scatter).toBeGreaterThan(0.8);
        expect(found.standardDeviation[column]! / scatter).toBeLessThan(1.25);
      });
      const probabilities = predictProbabilities(model, data.matrix);
      const predicted = mostProbable(probabilities, 2, new Int32Array(200));
      const expected =
        scoring === 'f1'
          ? f1(binaryCounts(data.labels, predicted, 1))
          : -logLoss(
              data.labels,
              Array.from(data.labels, (_, row) => probabilities[row * 2 + 1]!),
              1,
            );
      expect(found.baseline).toBeCloseTo(expected, 12);
    },
  );

  it('leaves the rows as they were, and repeats itself for a seed', async () => {
    const before = noisy.matrix.values.slice();
    const found = permutationImportance(await forest, noisy, { positive: 0, seed: 4 });
    expect(noisy.matrix.values).toEqual(before);
    expect(permutationImportance(await forest, noisy, { positive: 0, seed: 4 })).toEqual(found);
    expect(permutationImportance(await forest, noisy, { positive: 0, seed: 5 })).not.toEqual(found);
    expect(found.importances).toHaveLength(4 * 5);
    expect(Math.min(found.mean[0]!, found.mean[1]!)).toBeGreaterThan(
      Math.max(found.mean[2]!, found.mean[3]!),
    );
  });

  it('credits a column that no tree reads with exactly nothing, without scoring for it', async () => {
    const stump = await fitModel(
      noisy,
      { algorithm: 'decision-tree', parameters: { criterion: 'gini', maxDepth: 1 } },
      { seed: 1, workers: 0 },
    );
    const read = columnsRead(stump);
    expect(read.reduce((sum, each) => sum + each, 0)).toBe(1);
    const steps = [...permutationSteps(stump, noisy, { positive: 0, seed: 1, repeats: 3 })];
    expect(steps).toHaveLength(3);
    const { mean } = permutationImportance(stump, noisy, { positive: 0, seed: 1 });
    read.forEach((isRead, column) => {
      if (isRead === 0) expect(mean[column]).toBe(0);
      else expect(mean[column]).toBeGreaterThan(0);
    });
  });

  it('stops between two shuffles with the reason of the signal', async () => {
    const steps = permutationSteps(await forest, noisy, { positive: 0, seed: 1, repeats: 100_000 });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(finishInSlices(steps, { signal })).rejects.toThrow('enough');
  });
});

describe('predictionCost', () => {
  it('grows with the trees, with what a model of another kind holds, and with gaps to fill', async () => {
    const twice = await fitModel(
      noisy,
      { algorithm: 'random-forest', parameters: { nEstimators: 16 } },
      { seed: 1, workers: 0 },
    );
    expect(predictionCost(twice) / predictionCost(await forest)).toBeCloseTo(2, 0);
    const linear = await fitModel(
      noisy,
      { algorithm: 'logistic-regression', parameters: { C: 1 } },
      { seed: 1, workers: 0 },
    );
    // Means, scales and coefficients of four columns, and an intercept.
    expect(predictionCost(linear)).toBe(13 / 4);
    if (linear.algorithm !== 'logistic-regression') throw new TypeError(linear.algorithm);
    expect(incompleteShare(noisy.matrix)).toBeCloseTo(1 - 0.9 ** 4, 1);
    expect(predictionCost(linear, 0.5)).toBe((13 + linear.imputer!.donors.length / 2) / 4);
  });
});
