import { beforeAll, describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import type { TrainingData } from '../dataset/training-data.js';
import type { FittedModel } from '../model/fitted-model.js';
import { type Configuration, fitModel } from './fit-model.js';
import { type Fitter, fitWith, loadFitter } from './fitter.js';
import { trainModel } from './train-model.js';
import type { TrainingInput } from './training-input.js';
import type { TrainingProgress } from './training-report.js';

const data = noisyData({ rows: 300, columns: 4 });
const input: TrainingInput = {
  data,
  schema: 'test',
  featureNames: ['a', 'b', 'c', 'd'],
  classes: ['phishing', 'legitimate'],
  positiveIndex: 0,
  seed: 3,
  lineage: {
    snapshotId: 's',
    snapshotSha256: 'f00',
    runId: 'r',
    createdAt: '2026-01-01T00:00:00.000Z',
    rows: 300,
  },
  algorithms: ['decision-tree'],
  grids: { 'decision-tree': { maxDepth: [1, 4] } },
};

/** Another engine that knows one tree, fitted beforehand, and counts what it is asked for. */
class OneTree {
  readonly asked: [rows: number, configuration: Configuration, seed: number][] = [];

  constructor(private readonly tree: FittedModel) {}

  readonly fit: Fitter = (rows: TrainingData, configuration, seed) => {
    this.asked.push([rows.matrix.rows, configuration, seed]);
    return this.tree;
  };
}

describe('a training with the fitter of another engine', () => {
  let tree: FittedModel;
  beforeAll(async () => {
    tree = await fitModel(data, { algorithm: 'decision-tree', parameters: { maxDepth: 3 } }, { seed: 1 });
  });

  it('goes through the same procedure: folds, two tests, and all rows', async () => {
    const engine = new OneTree(tree);
    const seen: TrainingProgress[] = [];
    const { artifact, report } = await trainModel(input, {
      workers: 0,
      fitter: engine.fit,
      onProgress: (progress) => seen.push(progress),
    });
    expect(artifact.model).toBe(tree);
    expect(report.candidates.map(({ parameters }) => parameters)).toEqual([{ maxDepth: 1 }, { maxDepth: 4 }]);
    // Equally good, since they are the same: the first is kept.
    expect(artifact.parameters).toEqual({ maxDepth: 1 });
    const rows = engine.asked.map(([count]) => count);
    const [first, second, third] = rows;
    expect(first! + second! + third!).toBe(2 * (300 - report.distinct.rows));
    expect(rows.slice(6)).toEqual([300 - report.distinct.rows, 300 - report.stratified.rows, 300]);
    const seeds = engine.asked.map(([, , seed]) => seed);
    expect(new Set(seeds.slice(0, 3)).size).toBe(3);
    expect(new Set(seeds.slice(6)).size).toBe(1);
    expect(seen.at(-1)).toMatchObject({ done: seen[0]!.total });
    expect(seen[0]).toMatchObject({ algorithm: 'decision-tree', steps: { done: 1, total: 6 } });
  });

  it('stops between two fits', async () => {
    const controller = new AbortController();
    const engine = new OneTree(tree);
    const onProgress = () => controller.abort(new Error('enough'));
    const control = { workers: 0, fitter: engine.fit, signal: controller.signal, onProgress };
    await expect(trainModel(input, control)).rejects.toThrow('enough');
    expect(engine.asked).toHaveLength(1);
  });

  it('says what the engine refuses, and has no halving', async () => {
    const refusing: Fitter = () => {
      throw new TypeError('too many rows');
    };
    await expect(trainModel(input, { workers: 0, fitter: refusing })).rejects.toMatchObject({
      code: 'LEARN_FITTER_REFUSED',
      detail: 'too many rows',
    });
    const halving = { ...input, strategy: { kind: 'halving' as const } };
    const { fit } = new OneTree(tree);
    await expect(trainModel(halving, { workers: 0, fitter: fit })).rejects.toMatchObject({
      code: 'LEARN_PARAMETER_INVALID',
    });
  });
});

describe('loadFitter', () => {
  const module = new URL('./fitter.ts', import.meta.url).href;

  it('finds a function by its module and name', async () => {
    expect(await loadFitter({ module, name: 'fitWith' })).toBe(fitWith);
  });

  it('refuses a name that is no function there', async () => {
    await expect(loadFitter({ module, name: 'fit' })).rejects.toMatchObject({ code: 'LEARN_FITTER_REFUSED' });
  });
});
