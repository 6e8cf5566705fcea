import { fitModel, type Matrix, predictProbabilities } from '@weir/learning';
import { describe, expect, it } from 'vitest';
import { labelsOf, listsOf } from '../testing/plain.js';
import { uniformFrom } from '../testing/random.js';
import { randomData } from '../testing/random-data.js';
import { randomModel } from '../testing/random-models.js';
import { exportMlKnn, scaledForMl } from './export/export-knn.js';
import { importMl } from './import/import-ml.js';
import type { KnnModel } from './knn-model.js';
import { jsonOf, KNN } from './packages/packages.js';

const FEATURES = 4;
const ROWS = 1000;
const uniform = uniformFrom(41);
const unseen: Matrix = {
  rows: ROWS,
  columns: FEATURES,
  values: Float32Array.from({ length: ROWS * FEATURES }, () => uniform() * 6 - 3),
};

/** Rows whose most voted class has no equal: ties are settled otherwise there. */
function decided(model: KnnModel, matrix: Matrix): number[] {
  const probabilities = predictProbabilities(model, matrix);
  return Array.from({ length: matrix.rows }, (_, row) => row).filter((row) => {
    const [first, second] = probabilities
      .slice(row * model.classes, (row + 1) * model.classes)
      .sort()
      .reverse();
    return first! - second! > 1e-6;
  });
}

function expectSame(model: KnnModel, theirs: readonly number[], matrix: Matrix): void {
  const ours = labelsOf(model, matrix);
  const rows = decided(model, matrix);
  expect(rows.length).toBeGreaterThan(ROWS * (model.classes === 2 ? 0.999 : 0.7));
  expect(rows.map((row) => ours[row])).toEqual(rows.map((row) => theirs[row]));
}

describe('KNN for ml-knn', () => {
  it.each([2, 3])('predicts our labels there, on scaled rows: %d classes', (classes) => {
    const model = randomModel('knn', FEATURES, classes, 42) as KnnModel;
    const json = JSON.parse(JSON.stringify(exportMlKnn(model))) as object;
    expectSame(model, KNN.load(json).predict(scaledForMl(model, unseen)), unseen);
  });

  it('predicts our labels there once it was learnt here', async () => {
    const data = randomData(400, FEATURES, 2, 43);
    const parameters = { k: 5, weights: 'uniform' };
    const model = await fitModel(data, { algorithm: 'knn', parameters }, { seed: 1, workers: 0 });
    const theirs = KNN.load(exportMlKnn(model as KnnModel));
    expectSame(model as KnnModel, theirs.predict(scaledForMl(model as KnnModel, unseen)), unseen);
  });

  it('says how to scale rows', () => {
    const model = randomModel('knn', FEATURES, 2, 42) as KnnModel;
    const { preprocessing } = exportMlKnn(model);
    const [row] = scaledForMl(preprocessing, unseen);
    expect(row).toEqual(scaledForMl(model, unseen)[0]);
    expect(row![1]).toBeCloseTo((unseen.values[1]! - model.means[1]!) / model.scales[1]!, 5);
  });

  it('is refused where votes are not equal', () => {
    const model = randomModel('knn', FEATURES, 2, 42) as KnnModel;
    for (const changed of [
      { ...model, neighbourWeights: 'distance' as const },
      { ...model, weights: model.weights.map((weight) => weight + 0.5) },
    ])
      expect(() => exportMlKnn(changed)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ML_WEIGHTS' }));
  });

  it('scales no missing values', () => {
    const values = Float32Array.of(1, Number.NaN, 3, 4);
    const model = randomModel('knn', FEATURES, 2, 42) as KnnModel;
    expect(() => scaledForMl(model, { rows: 1, columns: 4, values })).toThrow(
      expect.objectContaining({ code: 'EXCHANGE_ML_MISSING', detail: 'row 0, column 1' }),
    );
  });
});

describe('a KNN of ml-knn', () => {
  it.each([
    [2, 1],
    [2, 5],
    [3, 4],
  ])('predicts here what it predicts there: %d classes, k = %d', (classes, k) => {
    const data = randomData(400, FEATURES, classes, 44);
    const theirs = new KNN(listsOf(data.matrix), Array.from(data.labels), { k });
    const model = importMl(jsonOf(theirs)) as KnnModel;
    expect(model).toMatchObject({ algorithm: 'knn', features: FEATURES, classes, k });
    expectSame(model, theirs.predict(listsOf(unseen)), unseen);
  });

  const leaf = { obj: [1, 2, 0], left: null, right: null };
  const knn = {
    name: 'KNN',
    k: 1,
    isEuclidean: true,
    kdTree: { ...leaf, right: { ...leaf, obj: [3, 4, 1] } },
  };
  it.each([
    ['another distance', { ...knn, isEuclidean: false }],
    ['no neighbours', { ...knn, k: 0 }],
    ['no points', { ...knn, kdTree: null }],
    ['points of differing lengths', { ...knn, kdTree: { ...leaf, left: { ...leaf, obj: [1, 0] } } }],
    ['a label that is no index', { ...knn, kdTree: { ...leaf, obj: [1, 2, 0.5] } }],
    ['a name for a label', { ...knn, kdTree: { ...leaf, obj: [1, 2, 'phishing'] } }],
    ['a label alone', { ...knn, kdTree: { ...leaf, obj: [1] } }],
  ])('is refused with %s', (_, json) => {
    expect(() => importMl(json)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ML_JSON' }));
  });

  it('is refused with features or classes it does not have', () => {
    expect(importMl(knn, { classes: 3 })).toMatchObject({ features: 2, classes: 3 });
    for (const options of [{ features: 3 }, { features: 1 }])
      expect(() => importMl(knn, options)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ML_JSON' }));
  });
});
