import { fitModel, predictProbabilities, type TrainingData } from '@weir/learning';
import { describe, expect, it } from 'vitest';
import { labelsOf, listsOf } from '../../testing/plain.js';
import { randomData } from '../../testing/random-data.js';
import { DecisionTreeClassifier, KNN, RandomForestClassifier } from '../packages/packages.js';
import { MOST_STEPS } from './limits.js';
import { trainWithMl } from './train-with-ml.js';

const COLUMNS = 5;
const data = randomData(300, COLUMNS, 3, 17);
const rows = listsOf(data.matrix);
const labels = Array.from(data.labels);
const TREE = { algorithm: 'decision-tree', parameters: {} };

const codeOf = (code: string) => expect.objectContaining({ code });

describe('the engine "ml"', () => {
  it('fits the tree that ml-cart fits', () => {
    const theirs = new DecisionTreeClassifier({ maxDepth: 4, minNumSamples: 9, gainThreshold: 0.002 });
    theirs.train(rows, labels);
    const parameters = { criterion: 'gini', maxDepth: 4, minSamplesSplit: 10, minImpurityDecrease: 0.002 };
    const model = trainWithMl(data, { algorithm: 'decision-tree', parameters }, 1);
    expect(labelsOf(model, data.matrix)).toEqual(theirs.predict(rows));
  });

  it('fits the forest that ml-random-forest fits', () => {
    const theirs = new RandomForestClassifier({ nEstimators: 6, seed: 5, maxFeatures: 3, noOOB: true });
    theirs.train(rows, labels);
    const parameters = { nEstimators: 6, maxFeatures: 3 };
    const model = trainWithMl(data, { algorithm: 'random-forest', parameters }, 5);
    expect(labelsOf(model, data.matrix)).toEqual(theirs.predict(rows));
  });

  it('gives the same model for the same seed, and another for another', () => {
    const forest = { algorithm: 'random-forest', parameters: { nEstimators: 3, maxFeatures: 0.5 } };
    expect(trainWithMl(data, forest, 7)).toEqual(trainWithMl(data, forest, 7));
    expect(trainWithMl(data, forest, 7)).not.toEqual(trainWithMl(data, forest, 8));
  });

  it('can give each tree one column, which the package takes for a share', () => {
    const one = { algorithm: 'random-forest', parameters: { nEstimators: 4, maxFeatures: 1 } };
    const { trees } = trainWithMl(data, one, 2) as { trees: { roots: Int32Array; feature: Int32Array } };
    trees.roots.forEach((root, tree) => {
      const columns = trees.feature.slice(root, trees.roots[tree + 1]).filter((column) => column >= 0);
      expect(new Set(columns).size).toBeLessThanOrEqual(1);
    });
  });

  it('counts the training rows of each node, and their classes', () => {
    const model = trainWithMl(data, TREE, 1);
    if (model.algorithm !== 'decision-tree') throw new Error(model.algorithm);
    const { cover, values } = model.trees;
    expect(cover[0]).toBe(300);
    const shares = [0, 1, 2].map((index) => labels.filter((label) => label === index).length / 300);
    for (const [index, share] of shares.entries()) expect(values[index]).toBeCloseTo(share, 5);
  });

  it('takes a weight of 2 for two rows, and 0 for none', () => {
    const weights = Float64Array.from(labels, (_, row) => row % 3);
    const repeated = labels.flatMap((_, row) => new Array<number>(row % 3).fill(row));
    const plain: TrainingData = {
      matrix: {
        rows: repeated.length,
        columns: COLUMNS,
        values: Float32Array.from(repeated.flatMap((row) => rows[row]!)),
      },
      labels: Int32Array.from(repeated, (row) => labels[row]!),
      classes: 3,
    };
    const weighted = trainWithMl({ ...data, weights }, TREE, 1);
    expect(predictProbabilities(weighted, data.matrix)).toEqual(
      predictProbabilities(trainWithMl(plain, TREE, 1), data.matrix),
    );
  });

  it('knows a class that no leaf has', () => {
    expect(trainWithMl({ ...data, classes: 5 }, TREE, 1).classes).toBe(5);
  });
});

describe('the engine "ml" with KNN', () => {
  const two = randomData(300, COLUMNS, 2, 18);
  const other = randomData(500, COLUMNS, 2, 19);

  it('finds what ml-knn finds on the same rows', () => {
    const theirs = new KNN(listsOf(two.matrix), Array.from(two.labels), { k: 7 });
    const model = trainWithMl(two, { algorithm: 'knn', parameters: { k: 7, scaling: 'none' } }, 1);
    expect(labelsOf(model, other.matrix)).toEqual(theirs.predict(listsOf(other.matrix)));
  });

  it('scales as our KNN scales, and so predicts as it does', async () => {
    const values = two.matrix.values.map((value, index) =>
      index % COLUMNS === 2 ? value * 1000 + 5 : value,
    );
    const stretched = { ...two, matrix: { ...two.matrix, values } };
    const model = trainWithMl(stretched, { algorithm: 'knn', parameters: {} }, 1);
    const parameters = { k: 5, weights: 'uniform', imputer: 'mean' };
    const ours = await fitModel(stretched, { algorithm: 'knn', parameters }, { seed: 1, workers: 0 });
    if (model.algorithm !== 'knn' || ours.algorithm !== 'knn') throw new Error(model.algorithm);
    for (let column = 0; column < COLUMNS; column++) {
      expect(model.means[column]).toBeCloseTo(ours.means[column]!, 9);
      expect(model.scales[column]).toBeCloseTo(ours.scales[column]!, 9);
    }
    expect(labelsOf(model, other.matrix)).toEqual(labelsOf(ours, other.matrix));
  });

  it('leaves a constant column alone', () => {
    const values = two.matrix.values.map((value, index) => (index % COLUMNS === 0 ? 3.3 : value));
    const constant = { ...two, matrix: { ...two.matrix, values } };
    const model = trainWithMl(constant, { algorithm: 'knn', parameters: { k: 1 } }, 1);
    expect(model).toMatchObject({ algorithm: 'knn', k: 1 });
    expect(model.algorithm === 'knn' && model.scales[0]).toBe(1);
    expect(labelsOf(model, constant.matrix)).toEqual(Array.from(two.labels));
  });

  it('refuses more than it can hold', () => {
    const wide = randomData(4100, 500, 2, 1);
    expect(() => trainWithMl(wide, { algorithm: 'knn', parameters: {} }, 1)).toThrow(
      codeOf('EXCHANGE_ML_LIMIT'),
    );
  });
});

describe('the engine "ml" refuses', () => {
  it.each([
    ['boosting', 'adaboost', {}, 'EXCHANGE_ML_ALGORITHM'],
    ['entropy', 'decision-tree', { criterion: 'entropy' }, 'EXCHANGE_ML_PARAMETER'],
    ['an unknown parameter', 'decision-tree', { nEstimators: 3 }, 'EXCHANGE_ML_PARAMETER'],
    ['more columns than there are', 'random-forest', { maxFeatures: 6 }, 'EXCHANGE_ML_PARAMETER'],
    ['votes by distance', 'knn', { weights: 'distance' }, 'EXCHANGE_ML_PARAMETER'],
    ['no trees', 'random-forest', { nEstimators: 0 }, 'EXCHANGE_ML_PARAMETER'],
    ['too many trees', 'random-forest', { nEstimators: 3000 }, 'EXCHANGE_ML_LIMIT'],
  ])('%s', (_, algorithm, parameters, code) => {
    expect(() => trainWithMl(data, { algorithm, parameters }, 1)).toThrow(codeOf(code));
  });

  it('missing values, saying where', () => {
    const values = data.matrix.values.slice();
    values[COLUMNS + 2] = Number.NaN;
    expect(() => trainWithMl({ ...data, matrix: { ...data.matrix, values } }, TREE, 1)).toThrow(
      expect.objectContaining({ code: 'EXCHANGE_ML_MISSING', detail: 'row 1, column 2' }),
    );
  });

  it('broken weights', () => {
    const weights = new Float64Array(300).fill(0.5);
    expect(() => trainWithMl({ ...data, weights }, TREE, 1)).toThrow(codeOf('EXCHANGE_ML_WEIGHTS'));
  });

  it('data on which it would take too long, saying how much is too much and what to use', () => {
    const many = randomData(16_000, COLUMNS, 2, 1);
    expect(16_000 ** 2 * COLUMNS).toBeGreaterThan(MOST_STEPS);
    expect(() => trainWithMl(many, TREE, 1)).toThrow(
      expect.objectContaining({
        code: 'EXCHANGE_ML_LIMIT',
        detail: expect.stringContaining('above 5e+8'),
        mend: expect.stringContaining("'weir'"),
      }),
    );
  });
});
