import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { algorithmNames } from '../algorithm/registry.js';
import { matrixOf } from '../dataset/matrix.js';
import { fitModel } from '../training/fit-model.js';
import { explain, explainByPath, explainScore } from './explain.js';
import type { AlgorithmName, FittedModel } from './fitted-model.js';
import { importance } from './importance.js';
import { mostProbable, predictProbabilities } from './predict.js';
import { PredictionScratch } from './prediction-scratch.js';

const PARAMETERS: Record<AlgorithmName, Record<string, string | number>> = {
  'logistic-regression': { C: 1 },
  knn: { k: 5, weights: 'distance' },
  'decision-tree': { criterion: 'entropy', minSamplesLeaf: 3 },
  'random-forest': { nEstimators: 12 },
  adaboost: { nEstimators: 12 },
  'gradient-boosting': { nEstimators: 12 },
};

const cases = algorithmNames().flatMap((algorithm) => [2, 3].map((classes) => ({ algorithm, classes })));

const SHARES: readonly AlgorithmName[] = ['knn', 'decision-tree', 'random-forest'];

/** The probability that a row's score stands for; softmax needs the scores of the other classes. */
function probabilityOf(model: FittedModel, row: Float32Array, score: number): number {
  if (SHARES.includes(model.algorithm)) return score;
  if (model.classes === 2) return 1 / (1 + Math.exp(-score));
  const scale = model.algorithm === 'adaboost' ? model.classes - 1 : 1;
  let sum = 0;
  for (let index = 0; index < model.classes; index++) {
    sum += Math.exp(explainScore(model, row, index).score / scale);
  }
  return Math.exp(score / scale) / sum;
}

describe.each(cases)('$algorithm with $classes classes', ({ algorithm, classes }) => {
  const data = noisyData({ rows: 120, classes, missing: 0.15 });
  const fitted = fitModel(data, { algorithm, parameters: PARAMETERS[algorithm] }, { seed: 3, workers: 0 });

  it('gives probabilities, the same with used scratch memory and larger room', async () => {
    const model = await fitted;
    const scratch = new PredictionScratch();
    const expected = predictProbabilities(model, data.matrix);
    for (let row = 0; row < 120; row++) {
      const own = expected.subarray(row * classes, (row + 1) * classes);
      expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      expect(Math.min(...own)).toBeGreaterThanOrEqual(0);
    }
    const out = new Float32Array(120 * classes + 5).fill(9);
    predictProbabilities(model, data.matrix, out, scratch);
    predictProbabilities(model, data.matrix, out, scratch);
    expect(out.subarray(0, 120 * classes)).toEqual(expected);
    expect(out[120 * classes]).toBe(9);
  });

  it('explains a score as base plus contributions', async () => {
    const model = await fitted;
    const probabilities = predictProbabilities(model, data.matrix);
    for (let row = 0; row < 20; row++) {
      const values = data.matrix.values.subarray(row * 4, row * 4 + 4);
      for (let positive = 0; positive < classes; positive++) {
        const { base, score, contributions } = explainScore(model, values, positive);
        expect(contributions.reduce((sum, each) => sum + each, base)).toBeCloseTo(score, 9);
        expect(explain(model, values, positive)).toEqual(contributions);
        const probability = probabilities[row * classes + positive]!;
        expect(probabilityOf(model, values, score)).toBeCloseTo(probability, 6);
        const path = explainByPath(model, values, positive);
        expect(path.score).toBeCloseTo(score, 9);
        expect(path.base).toBeCloseTo(base, 9);
      }
    }
  });

  it('shares importance out among the columns', async () => {
    const shares = importance(await fitted);
    expect(shares).toHaveLength(4);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(shares[0]! + shares[1]!).toBeGreaterThan(0.6);
  });

  it('refuses rows of another width', async () => {
    const model = await fitted;
    const mismatch = expect.objectContaining({ code: 'LEARN_FEATURES_MISMATCH' });
    expect(() => predictProbabilities(model, matrixOf([[1, 2]]))).toThrow(mismatch);
    expect(() => predictProbabilities(model, data.matrix, new Float32Array(3))).toThrow(mismatch);
    expect(() => explain(model, Float32Array.of(1))).toThrow(mismatch);
  });
});

describe('mostProbable', () => {
  it('takes the first of equals', () => {
    const found = mostProbable(Float32Array.of(0.5, 0.5, 0.2, 0.8), 2, new Int32Array(2));
    expect([...found]).toEqual([0, 1]);
  });
});
