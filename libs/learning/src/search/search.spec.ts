import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { matrixOf } from '../dataset/matrix.js';
import { binaryCounts, f1 } from '../metrics/confusion.js';
import { mostProbable } from '../model/predict.js';
import { createRandom } from '../random/random.js';
import { type Candidate, type SearchOptions, type SearchProgress, searchModels } from './search-models.js';

const data = noisyData({ rows: 240, missing: 0.05 });
const options: SearchOptions = {
  positive: 0,
  seed: 5,
  workers: 0,
  algorithms: ['logistic-regression', 'decision-tree', 'random-forest'],
  grids: { 'random-forest': { nEstimators: [4, 12], maxDepth: [3, 6] } },
};
const withoutSeconds = (candidates: readonly Candidate[]) =>
  candidates.map(({ seconds: _, ...rest }) => rest);

describe('searchModels', () => {
  it('tries every combination and keeps the best by mean F1', async () => {
    const { candidates, best } = await searchModels(data, options);
    expect(candidates.map(({ algorithm, parameters }) => [algorithm, parameters])).toEqual([
      ...[0.01, 0.1, 1, 10].map((C) => ['logistic-regression', { C }]),
      ...['gini', 'entropy', 'log_loss'].map((criterion) => ['decision-tree', { criterion }]),
      ['random-forest', { nEstimators: 4, maxDepth: 3 }],
      ['random-forest', { nEstimators: 4, maxDepth: 6 }],
      ['random-forest', { nEstimators: 12, maxDepth: 3 }],
      ['random-forest', { nEstimators: 12, maxDepth: 6 }],
    ]);
    expect(best.meanF1).toBe(Math.max(...candidates.map((candidate) => candidate.meanF1)));
    const [, , , , , entropy, logLoss] = withoutSeconds(candidates);
    expect({ ...logLoss, parameters: entropy!.parameters }).toEqual(entropy);
  });

  it("gives out-of-fold probabilities from which the folds' F1 follows", async () => {
    const { best, outOfFold, foldOf } = await searchModels(data, options);
    const predicted = mostProbable(outOfFold, 2, new Int32Array(240));
    for (let fold = 0; fold < 3; fold++) {
      const rows = Array.from(foldOf.keys()).filter((row) => foldOf[row] === fold);
      const counts = binaryCounts(
        Int32Array.from(rows, (row) => data.labels[row]!),
        Int32Array.from(rows, (row) => predicted[row]!),
        0,
      );
      expect(f1(counts)).toBe(best.foldF1[fold]);
    }
    const mean = best.foldF1.reduce((sum, value) => sum + value, 0) / 3;
    expect(best.meanF1).toBeCloseTo(mean, 12);
  });

  it('gives the same result whatever the number of workers', async () => {
    const [none, two] = await Promise.all([
      searchModels(data, options),
      searchModels(data, { ...options, workers: 2 }),
    ]);
    expect(withoutSeconds(two.candidates)).toEqual(withoutSeconds(none.candidates));
    expect(two.outOfFold).toEqual(none.outOfFold);
    const other = await searchModels(data, { ...options, seed: 6 });
    expect(withoutSeconds(other.candidates)).not.toEqual(withoutSeconds(none.candidates));
  });

  it('keeps groups in one fold', async () => {
    const groups = Int32Array.from({ length: 240 }, (_, row) => row >> 2);
    const { foldOf } = await searchModels({ ...data, groups }, { ...options, algorithms: ['decision-tree'] });
    foldOf.forEach((fold, row) => {
      expect(fold).toBe(foldOf[row - (row % 4)]);
    });
  });

  it('scores no row with a model that saw a copy of it, once copies are one group', async () => {
    // Labels are noise on distinct rows that stand many times: only leaking copies could predict them.
    const rows = Array.from({ length: 600 }, (_, row) => [row % 60, (row % 60) * 7]);
    const random = createRandom(8);
    const own = Array.from({ length: 60 }, () => random.below(2));
    const labels = Int32Array.from({ length: 600 }, (_, row) => own[row % 60]!);
    const groups = Int32Array.from({ length: 600 }, (_, row) => row % 60);
    const copies = { matrix: matrixOf(rows), labels, classes: 2 };
    const grids = { ...options, algorithms: ['decision-tree' as const] };
    const plain = await searchModels(copies, grids);
    const grouped = await searchModels({ ...copies, groups }, grids);
    expect(plain.best.meanF1).toBe(1);
    expect(grouped.best.meanF1).toBeLessThan(0.9);
  });

  it('reports progress up to the total, with the best so far', async () => {
    const seen: SearchProgress[] = [];
    const { best } = await searchModels(data, options, { onProgress: (progress) => seen.push(progress) });
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(seen.map((progress) => progress.total)).size).toBe(1);
    expect(seen.at(-1)).toMatchObject({ done: seen[0]!.total, best: { meanF1: best.meanF1 } });
    expect(seen[0]!.best).toBeUndefined();
  });
});

describe.each([0, 2])('stopping a search with %i workers', (workers) => {
  const long: SearchOptions = {
    ...options,
    workers,
    algorithms: ['random-forest'],
    grids: { 'random-forest': { nEstimators: [100_000] } },
  };

  it("ends with the signal's reason, long before the work is done", async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const searching = searchModels(data, long, {
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done >= 3) controller.abort(reason);
      },
    });
    await expect(searching).rejects.toBe(reason);
  });

  it('ends in the middle of a unit that takes hours, and tells of it until then', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const seen: SearchProgress[] = [];
    const searching = searchModels(
      data,
      {
        ...long,
        algorithms: ['gradient-boosting'],
        grids: { 'gradient-boosting': { nEstimators: [10_000_000], learningRate: [0.1], subsample: [0.5] } },
      },
      {
        signal: controller.signal,
        onProgress: (progress) => {
          seen.push(progress);
          if (seen.length === 2) controller.abort(reason);
        },
      },
    );
    await expect(searching).rejects.toBe(reason);
    expect(seen.every(({ total, best }) => total === 30_000_000 && best === undefined)).toBe(true);
    expect(seen[0]!.done).toBeGreaterThan(0);
    expect(seen[1]!.done).toBeGreaterThan(seen[0]!.done);
  });

  it('does not begin when it is stopped already', async () => {
    await expect(searchModels(data, long, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });

  it('hands on what a progress listener throws', async () => {
    const onProgress = () => {
      throw new RangeError('listener');
    };
    await expect(searchModels(data, long, { onProgress })).rejects.toThrow('listener');
  });
});

describe('what a search refuses', () => {
  const one = { ...data, labels: new Int32Array(240) };
  const few = { ...data, labels: data.labels.map((_, row) => (row < 2 ? 1 : 0)) };
  it.each([
    ['one class', 'LEARN_ONE_CLASS', one, options],
    ['a class smaller than the folds', 'LEARN_TOO_FEW_ROWS', few, options],
    [
      'an unknown algorithm',
      'LEARN_ALGORITHM_UNKNOWN',
      data,
      { ...options, algorithms: ['magic' as 'decision-tree'] },
    ],
    ['no algorithm', 'LEARN_PARAMETER_INVALID', data, { ...options, algorithms: [] }],
    [
      'an empty grid',
      'LEARN_PARAMETER_INVALID',
      data,
      { ...options, grids: { 'decision-tree': { criterion: [] } } },
    ],
    [
      'a value out of range',
      'LEARN_PARAMETER_INVALID',
      data,
      { ...options, grids: { 'logistic-regression': { C: [0] } } },
    ],
    [
      'a wrong criterion',
      'LEARN_PARAMETER_INVALID',
      data,
      { ...options, grids: { 'decision-tree': { criterion: ['mse'] } } },
    ],
    ['workers below 0', 'LEARN_PARAMETER_INVALID', data, { ...options, workers: -1 }],
  ])('%s', async (_, code, input, settings) => {
    await expect(searchModels(input, settings)).rejects.toMatchObject({ code });
  });
});
