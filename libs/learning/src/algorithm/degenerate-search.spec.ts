import { describe, expect, it } from 'vitest';
import { algorithmsBut } from '../../reference/algorithms.ts';
import { noisyData } from '../../reference/load.ts';
import { matrixOf } from '../dataset/matrix.js';
import type { TrainingData } from '../dataset/training-data.js';
import type { AlgorithmName } from '../model/fitted-model.js';
import { searchModels } from '../search/search-models.js';
import type { ParameterGrid } from './algorithm.js';

/** More neighbours than rows, fewer rows a draw than one, less patience than rows to lose it on. */
const GRIDS: Readonly<Record<AlgorithmName, ParameterGrid>> = {
  'logistic-regression': { C: [0.01, 1e6] },
  knn: { k: [1, 500], weights: ['uniform', 'distance'] },
  'decision-tree': { criterion: ['gini', 'entropy'] },
  adaboost: { nEstimators: [1, 20], learningRate: [1e-6, 100], maxDepth: [1, 5] },
  'random-forest': { nEstimators: [3] },
  'gradient-boosting': {
    nEstimators: [1, 20],
    learningRate: [1e-6, 100],
    subsample: [0.01, 1],
    minChildWeight: [0, 1e6],
    patience: [1],
  },
};

const LABELS = [0, 1, 0, 1, 0, 1, 0, 1, 0];

function dataOf(cell: (row: number) => (number | null)[], more: Partial<TrainingData> = {}): TrainingData {
  return {
    matrix: matrixOf(LABELS.map((_, row) => cell(row))),
    labels: Int32Array.from(LABELS),
    classes: 2,
    ...more,
  };
}

const weighing = (weightOf: (row: number) => number) =>
  dataOf((row) => [row, (row * 5) % 9], { weights: Float64Array.from(LABELS, (_, row) => weightOf(row)) });

const searched: Record<string, TrainingData> = {
  'nine rows': dataOf((row) => [row, (row * 5) % 9]),
  'nine rows without a value': dataOf(() => [null, null]),
  'equal rows of both labels': dataOf(() => [1, 2]),
  'columns that have values in a few rows only': dataOf((row) => [
    row === 2 ? 1 : null,
    row === 3 ? 2 : null,
  ]),
  'the largest numbers': dataOf((row) => [row % 2 === 0 ? 3.4e38 : -3.4e38, (row % 4) * 1e38]),
  // Where that row is held out, the others say nothing of its class.
  'one row that carries the weight of its class': weighing((row) => (row % 2 === 0 || row === 3 ? 1 : 0)),
  'three classes, one of them without rows': dataOf((row) => [row, 1], { classes: 3 }),
};

describe.each(algorithmsBut())('a search of %s', (algorithm) => {
  it.each(Object.entries(searched))('scores %s', async (_, data) => {
    const found = await searchModels(data, {
      positive: 1,
      seed: 1,
      workers: 0,
      algorithms: [algorithm],
      grids: GRIDS,
    });
    for (const { foldF1 } of found.candidates) {
      for (const f1 of foldF1) expect(f1 >= 0 && f1 <= 1).toBe(true);
    }
    const { outOfFold } = found;
    expect(outOfFold).toHaveLength(LABELS.length * data.classes);
    for (let at = 0; at < outOfFold.length; at += data.classes) {
      const own = outOfFold.subarray(at, at + data.classes);
      expect(Math.min(...own)).toBeGreaterThanOrEqual(0);
      expect(own.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
    }
  });
});

describe('a search over every algorithm', () => {
  const plain = noisyData({ rows: 30 });

  it('refuses a class that cannot stand in every fold', async () => {
    const labels = plain.labels.map((_, row) => (row < 2 ? 1 : 0));
    const searching = searchModels({ ...plain, labels }, { positive: 1, seed: 1, workers: 0 });
    await expect(searching).rejects.toMatchObject({ code: 'LEARN_TOO_FEW_ROWS' });
  });

  it('refuses a fold without which no row weighs anything', async () => {
    // Both in one fold, in one group.
    const data = weighing((row) => (row === 3 || row === 4 ? 1 : 0));
    const groups = Int32Array.from(LABELS, (_, row) => (row === 4 ? 3 : row));
    for (const algorithm of algorithmsBut()) {
      const options = { positive: 1, seed: 1, workers: 0, algorithms: [algorithm], groups };
      await expect(searchModels(data, options)).rejects.toMatchObject({ code: 'LEARN_TOO_FEW_ROWS' });
    }
  });

  it('refuses a class whose rows are all of one group', async () => {
    const groups = plain.labels.map((label, row) => (label === 1 ? 99 : row));
    const searching = searchModels({ ...plain, groups }, { positive: 1, seed: 1, workers: 0 });
    await expect(searching).rejects.toMatchObject({ code: 'LEARN_TOO_FEW_ROWS' });
  });
});
