import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { readModel, tensorsOfModel } from '../artifact/model-tensors.js';
import type { Tensor } from '../artifact/safetensors.js';
import { TensorReader } from '../artifact/tensor-reader.js';
import type { AlgorithmName, FittedModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { fitModel } from '../training/fit-model.js';

const data = noisyData({ rows: 60, missing: 0.1 });

const fitted = (algorithm: AlgorithmName, parameters: Record<string, string | number>) =>
  fitModel(data, { algorithm, parameters }, { seed: 1, workers: 0 });

function read(tensors: Record<string, Tensor>, algorithm: AlgorithmName): FittedModel {
  const reader = new TensorReader(tensors);
  const model = readModel(reader, algorithm, 4, 2);
  reader.assertAllRead();
  return model;
}

describe('the tensors of nearest neighbours', () => {
  it.each([
    { k: 3, weights: 'uniform' },
    { k: 7, weights: 'distance', imputer: 'mean' },
  ])('read back as they were written: %j', async (parameters) => {
    const model = await fitted('knn', parameters);
    expect(read(tensorsOfModel(model), 'knn')).toEqual(model);
  });

  const set = (name: string, index: number, value: number) => (tensors: Record<string, Tensor>) => {
    tensors[name]!.data[index] = value;
  };
  const without = (name: string) => (tensors: Record<string, Tensor>) => {
    delete tensors[name];
  };
  it.each([
    ['no neighbours', 'LEARN_ARTIFACT_NUMBER', set('knn.options', 0, 0)],
    ['an unknown way to count them', 'LEARN_ARTIFACT_NUMBER', set('knn.options', 1, 2)],
    ['a label beyond the classes', 'LEARN_ARTIFACT_NUMBER', set('knn.labels', 3, 2)],
    ['a label below 0', 'LEARN_ARTIFACT_NUMBER', set('knn.labels', 3, -1)],
    ['a row without weight', 'LEARN_ARTIFACT_NUMBER', set('knn.weights', 0, 0)],
    ['a missing value among the scaled rows', 'LEARN_ARTIFACT_NUMBER', set('knn.rows', 5, Number.NaN)],
    ['a scale of 0', 'LEARN_ARTIFACT_NUMBER', set('knn.scales', 1, 0)],
    ['a donor without weight', 'LEARN_ARTIFACT_NUMBER', set('imputer.weights', 2, 0)],
    ['an infinite donor', 'LEARN_ARTIFACT_NUMBER', set('imputer.donors', 2, Number.POSITIVE_INFINITY)],
    ['no weights of donors', 'LEARN_ARTIFACT_TENSOR', without('imputer.weights')],
    ['donors left out alone', 'LEARN_ARTIFACT_TENSOR', without('imputer.donors')],
    ['no labels', 'LEARN_ARTIFACT_TENSOR', without('knn.labels')],
    [
      'no rows',
      'LEARN_ARTIFACT_TENSOR',
      (tensors: Record<string, Tensor>) => {
        tensors['knn.labels'] = { shape: [0], data: new Int32Array(0) };
        tensors['knn.weights'] = { shape: [0], data: new Float64Array(0) };
      },
    ],
  ] as const)('are refused with %s', async (_, code, change) => {
    const tensors = tensorsOfModel(await fitted('knn', { k: 3 }));
    change(tensors);
    expect(() => read(tensors, 'knn')).toThrow(expect.objectContaining({ code }));
  });
});

describe('the tensors of a logistic regression', () => {
  it('read back with the donors of its imputer', async () => {
    const model = await fitted('logistic-regression', { C: 1 });
    const tensors = tensorsOfModel(model);
    expect(tensors['imputer.donors']?.shape[1]).toBe(4);
    expect(read(tensors, 'logistic-regression')).toEqual(model);
  });

  it('are those of format 1 with mean imputation, and predict as they did then', async () => {
    const model = await fitted('logistic-regression', { C: 1, imputer: 'mean' });
    const tensors = tensorsOfModel(model);
    expect(Object.keys(tensors).sort()).toEqual([
      'linear.coefficients',
      'linear.intercepts',
      'linear.means',
      'linear.scales',
    ]);
    const older = read(tensors, 'logistic-regression');
    if (older.algorithm !== 'logistic-regression') throw new Error('a logistic regression was wanted');
    const row = Float32Array.of(2, Number.NaN, 1, Number.NaN);
    const logOdds = [0, 2].reduce((sum, column) => {
      const scaled = (row[column]! - older.means[column]!) / older.scales[column]!;
      return sum + older.coefficients[column]! * scaled;
    }, older.intercepts[0]!);
    const [, probability] = predictProbabilities(older, { rows: 1, columns: 4, values: row });
    expect(probability).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 6);
  });
});
