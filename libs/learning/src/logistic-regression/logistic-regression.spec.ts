import { describe, expect, it } from 'vitest';
import { matrixFrom, noisyData, readReference } from '../../reference/load.ts';
import { matrixOf, selectRows } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { fitModel } from '../training/fit-model.js';
import type { ClassWeighting } from '../weights/class-weights.js';

interface Case {
  classes: number;
  balanced: boolean;
  C: number;
  x: (number | null)[];
  y: number[];
  coefficients: number[];
  intercepts: number[];
  means: number[];
  scales: number[];
  probabilities: number[];
}

async function fit(data: TrainingData, C = 1, classWeighting: ClassWeighting = 'none') {
  const configuration = { algorithm: 'logistic-regression' as const, parameters: { C, imputer: 'mean' } };
  return (await fitModel(data, configuration, {
    seed: 1,
    workers: 0,
    classWeighting,
  })) as LogisticRegressionModel;
}

const { cases } = readReference<{ cases: Case[] }>('logistic-regression.json');

describe.each(cases)('against scikit-learn: $classes classes, C $C, balanced $balanced', (each) => {
  const matrix = matrixFrom(each.x, 4);
  const data = { matrix, labels: Int32Array.from(each.y), classes: each.classes };
  const close = (found: ArrayLike<number>, expected: readonly number[], digits: number) => {
    expect(found).toHaveLength(expected.length);
    for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, digits);
  };

  it('finds the same preprocessing, coefficients and probabilities', async () => {
    const model = await fit(data, each.C, each.balanced ? 'balanced' : 'none');
    close(model.means, each.means, 10);
    close(model.scales, each.scales, 10);
    close(model.coefficients, each.coefficients, 5);
    close(model.intercepts, each.intercepts, 5);
    const ten = selectRows(matrix, Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    close(predictProbabilities(model, ten), each.probabilities, 6);
  });
});

describe('logistic regression', () => {
  it('takes a weight of 2 for the row standing there twice', async () => {
    const data = noisyData({ rows: 30 });
    const twice = selectRows(
      data.matrix,
      Int32Array.from({ length: 60 }, (_, index) => index >> 1),
    );
    const labels = Int32Array.from({ length: 60 }, (_, index) => data.labels[index >> 1]!);
    const weighted = await fit({ ...data, weights: new Float64Array(30).fill(2) });
    const doubled = await fit({ matrix: twice, labels, classes: 2 });
    for (const [index, value] of weighted.coefficients.entries()) {
      expect(value).toBeCloseTo(doubled.coefficients[index]!, 7);
    }
  });

  it('gives constant and empty columns no say', async () => {
    const matrix = matrixOf([
      [7, null, 0],
      [7, null, 1],
      [7, null, 2],
      [7, null, 1],
    ]);
    const model = await fit({ matrix, labels: Int32Array.of(0, 0, 1, 1), classes: 2 });
    expect([...model.coefficients.subarray(0, 2)]).toEqual([0, 0]);
    expect([...model.scales.subarray(0, 2)]).toEqual([1, 1]);
    expect(predictProbabilities(model, matrixOf([[null, 5, null]]))[1]).toBeCloseTo(0.5, 6);
  });

  it('stays finite on data a line separates, at the weakest penalty', async () => {
    const matrix = matrixOf([[-1e30], [-2e30], [1e30], [2e30]]);
    const model = await fit({ matrix, labels: Int32Array.of(0, 0, 1, 1), classes: 2 }, 1e6);
    expect(model.coefficients.every(Number.isFinite)).toBe(true);
    const probabilities = predictProbabilities(model, matrix);
    expect(probabilities[0]).toBeGreaterThan(0.99);
    expect(probabilities[7]).toBeGreaterThan(0.99);
  });
});
