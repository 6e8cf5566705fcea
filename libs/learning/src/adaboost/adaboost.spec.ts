import { describe, expect, it } from 'vitest';
import { largestDifference, recorded, recordedData } from '../../reference/boosting.ts';
import { noisyData } from '../../reference/load.ts';
import { matrixOf } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { AdaBoostModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { fitModel } from '../training/fit-model.js';

const fit = async (data: TrainingData, parameters: Record<string, number>) =>
  (await fitModel(
    data,
    { algorithm: 'adaboost', parameters },
    { seed: 1, workers: 0, classWeighting: 'none' },
  )) as AdaBoostModel;

describe.each(recorded.adaboost)(
  'against scikit-learn: learning rate $learningRate, depth $depth, $classes classes, weighted $weighted',
  (each) => {
    const data = recordedData(each);
    const { learningRate, depth: maxDepth, classes } = each;
    const nEstimators = each.weights.length;
    const fitted = fit(data, { nEstimators, learningRate, maxDepth });

    it('gives its members the same votes for the same errors', async () => {
      const { estimatorWeights } = await fitted;
      expect(estimatorWeights).toHaveLength(nEstimators);
      estimatorWeights.forEach((weight, member) => {
        expect(weight).toBeCloseTo(each.weights[member]!, 5);
        const odds = Math.exp(weight / learningRate) / (classes - 1);
        expect(1 / (1 + odds)).toBeCloseTo(each.errors[member]!, 5);
      });
    });

    it.each(each.stages)('predicts the same with $size members', async ({ size, probabilities }) => {
      const model = await fit(data, { nEstimators: size, learningRate, maxDepth });
      expect(
        largestDifference(predictProbabilities(model, data.matrix), probabilities, classes),
      ).toBeLessThan(2e-6);
    });

    // Deeper, two columns may part the last rows alike: scikit-learn then draws one of them.
    if (maxDepth > 1) return;
    it('finds the same importance', async () => {
      const { importance } = await fitted;
      importance.forEach((share, column) => {
        expect(share).toBeCloseTo(each.importance[column]!, 5);
      });
    });
  },
);

describe('a committee', () => {
  it('ends with a member that makes no error, whose vote weighs 1', async () => {
    const matrix = matrixOf([[0], [1], [2], [3]]);
    const model = await fit({ matrix, labels: Int32Array.of(0, 0, 1, 1), classes: 2 }, { nEstimators: 9 });
    expect([...model.estimatorWeights]).toEqual([1]);
  });

  it('knows a deep member to make no error though row weights are fractions', async () => {
    const data = noisyData({ rows: 90, columns: 12, classes: 3 });
    const weights = Float64Array.from(data.labels, (label, row) => 0.1 + ((row * 7 + label) % 13) / 17);
    const model = await fit({ ...data, weights }, { nEstimators: 9, maxDepth: 30 });
    expect([...model.estimatorWeights]).toEqual([1]);
  });

  it('keeps its first member where nothing can be learnt', async () => {
    const matrix = matrixOf([[7], [7], [7], [7]]);
    const model = await fit({ matrix, labels: Int32Array.of(0, 1, 1, 0), classes: 2 }, { nEstimators: 5 });
    expect([...model.estimatorWeights]).toEqual([1]);
    expect(model.trees.roots).toHaveLength(1);
  });

  it.each([1e-46, 10, 1000])('stays finite at a learning rate of %d', async (learningRate) => {
    const data = noisyData({ rows: 100 });
    const model = await fit(data, { nEstimators: 50, learningRate });
    expect(Math.min(...model.estimatorWeights)).toBeGreaterThan(0);
    const probabilities = predictProbabilities(model, data.matrix);
    for (let row = 0; row < 100; row++) {
      expect(probabilities[row * 2]! + probabilities[row * 2 + 1]!).toBeCloseTo(1, 6);
    }
  });
});
