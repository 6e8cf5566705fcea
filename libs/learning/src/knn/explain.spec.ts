import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { matrixOf } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { KnnModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { fitModel } from '../training/fit-model.js';
import { explainKnn } from './explain.js';
import { columnRelevance } from './relevance.js';

async function fit(data: TrainingData, parameters: Record<string, string | number>) {
  return (await fitModel(data, { algorithm: 'knn', parameters }, { seed: 1, workers: 0 })) as KnnModel;
}

describe('what KNN says of its columns', () => {
  const data = noisyData({ rows: 200, missing: 0.05 });

  it('shares a score out, none of it to a column at its mean', async () => {
    const model = await fit(data, { k: 7 });
    const row = Float32Array.of(2, 3, 1, 0);
    const { base, score, contributions } = explainKnn(model, row, 1);
    expect(score).toBeCloseTo(predictProbabilities(model, matrixOf([[...row]]))[1]!, 6);
    expect(contributions.reduce((sum, each) => sum + each, base)).toBeCloseTo(score, 9);
    expect(contributions[0]! + contributions[1]!).toBeGreaterThan(0.2);
    expect(explainKnn(model, row, 1)).toEqual({ base, score, contributions });
    const constant = {
      ...data,
      matrix: { ...data.matrix, values: data.matrix.values.map((v, i) => (i % 4 === 3 ? 5 : v)) },
    };
    const other = explainKnn(await fit(constant, { k: 7 }), Float32Array.of(2, 3, 1, 5), 1);
    expect(other.contributions[3]).toBe(0);
  });

  it('finds the columns that tell the classes apart', async () => {
    const relevance = columnRelevance(await fit(data, { k: 7 }));
    expect(Math.min(relevance[0]!, relevance[1]!)).toBeGreaterThan(
      2 * Math.max(relevance[2]!, relevance[3]!),
    );
  });
});
