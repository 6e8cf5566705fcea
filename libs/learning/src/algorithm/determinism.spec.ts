import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { algorithmsBut, fitQuickly, QUICK } from '../../reference/algorithms.ts';
import { noisyData } from '../../reference/load.ts';
import type { AlgorithmName } from '../model/fitted-model.js';
import type { Executor } from '../parallel/executor.js';
import { createExecutor } from '../parallel/worker-pool.js';
import { searchModels } from '../search/search-models.js';
import { fitModel } from '../training/fit-model.js';
import type { ParameterGrid, Parameters } from './algorithm.js';

const data = noisyData({ rows: 210, columns: 6, classes: 3, missing: 0.1 });

/** What leaves most to chance, and gives workers the most to share. */
const CHANCY: Partial<Record<AlgorithmName, Parameters>> = {
  'random-forest': { nEstimators: 21, maxLeafNodes: 9 },
  'gradient-boosting': { nEstimators: 12, subsample: 0.6, patience: 3 },
};

const GRIDS: Readonly<Record<AlgorithmName, ParameterGrid>> = {
  'logistic-regression': { C: [0.1, 10] },
  knn: { k: [3, 8], weights: ['uniform', 'distance'] },
  'decision-tree': { criterion: ['gini', 'entropy'], maxDepth: [3] },
  adaboost: { nEstimators: [3, 9], learningRate: [0.5] },
  'random-forest': { nEstimators: [5, 18] },
  'gradient-boosting': { nEstimators: [4, 11], subsample: [0.7, 1] },
};

const pools = new Map<number, Executor>();
beforeAll(() => {
  for (const workers of [0, 1, 3]) pools.set(workers, createExecutor(workers));
});
afterAll(async () => {
  await Promise.all([...pools.values()].map((pool) => pool.close()));
});

function fit(algorithm: AlgorithmName, seed: number, workers: number) {
  const parameters = CHANCY[algorithm] ?? QUICK[algorithm];
  return fitModel(data, { algorithm, parameters }, { seed, executor: pools.get(workers)! });
}

async function search(workers: number, seed = 5) {
  const found = await searchModels(data, { positive: 0, seed, grids: GRIDS, executor: pools.get(workers)! });
  // Time is the one thing that may differ.
  const candidates = found.candidates.map(({ seconds: _, ...rest }) => rest);
  return { candidates, outOfFold: found.outOfFold, foldOf: found.foldOf };
}

describe.each(algorithmsBut())('%s', (algorithm) => {
  it('is the same model for the same seed, whatever the number of workers', async () => {
    const alone = await fit(algorithm, 3, 0);
    expect(await fit(algorithm, 3, 0)).toEqual(alone);
    expect(await fit(algorithm, 3, 1)).toEqual(alone);
    expect(await fit(algorithm, 3, 3)).toEqual(alone);
  });
});

it.each(Object.keys(CHANCY) as AlgorithmName[])('draws otherwise for another seed: %s', async (algorithm) => {
  expect(await fit(algorithm, 4, 0)).not.toEqual(await fit(algorithm, 3, 0));
});

it.each(algorithmsBut(...(Object.keys(CHANCY) as AlgorithmName[])))(
  'leaves nothing to chance: %s',
  async (algorithm) => {
    expect(await fitQuickly(data, algorithm, { seed: 4 })).toEqual(await fitQuickly(data, algorithm));
  },
);

describe('a search over every algorithm', () => {
  it('finds the same whatever the number of workers', async () => {
    const alone = await search(0);
    expect(alone.candidates).toHaveLength(16);
    expect(await search(1)).toEqual(alone);
    expect(await search(3)).toEqual(alone);
  });
});
