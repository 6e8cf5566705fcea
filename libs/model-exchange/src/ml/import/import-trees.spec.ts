import { type Matrix, predictProbabilities } from '@weir/learning';
import { describe, expect, it } from 'vitest';
import { importTrees } from '../../testing/import-trees.js';
import { labelsOf, listsOf } from '../../testing/plain.js';
import { uniformFrom } from '../../testing/random.js';
import { randomData } from '../../testing/random-data.js';
import { randomMatrix } from '../../testing/random-matrix.js';
import { DecisionTreeClassifier, jsonOf, RandomForestClassifier } from '../packages/packages.js';
import { importMl } from './import-ml.js';

const FEATURES = 6;
const unseen = randomMatrix(uniformFrom(6), 1000, FEATURES, 0);

function train(model: DecisionTreeClassifier | RandomForestClassifier, rows: number, classes: number) {
  const data = randomData(rows, FEATURES, classes, rows + classes);
  model.train(listsOf(data.matrix), Array.from(data.labels));
  return data;
}

function expectSameLabels(
  theirs: DecisionTreeClassifier | RandomForestClassifier,
  matrices: readonly Matrix[],
): void {
  const model = importMl(jsonOf(theirs), { features: FEATURES });
  for (const matrix of matrices) expect(labelsOf(model, matrix)).toEqual(theirs.predict(listsOf(matrix)));
}

describe('a tree of ml-cart', () => {
  it.each([2, 3])('predicts here what it predicts there: %d classes', (classes) => {
    for (const options of [{}, { minNumSamples: 1, gainThreshold: 0 }, { maxDepth: 2 }]) {
      const tree = new DecisionTreeClassifier(options);
      const data = train(tree, 400, classes);
      expectSameLabels(tree, [data.matrix, unseen]);
    }
  });

  it('sends missing values where ml-cart sends them', () => {
    const tree = new DecisionTreeClassifier();
    train(tree, 300, 2);
    expectSameLabels(tree, [randomMatrix(uniformFrom(7), 500, FEATURES, 0.3)]);
  });

  it('takes over shares, rows and importance', () => {
    const tree = new DecisionTreeClassifier({ minNumSamples: 1, maxDepth: 1 });
    tree.train(
      [
        [1, 5],
        [2, 5],
        [3, 5],
        [4, 6],
        [5, 5],
      ],
      [0, 0, 1, 0, 1],
    );
    const model = importTrees(jsonOf(tree), { features: 2 });
    expect(model).toMatchObject({ algorithm: 'decision-tree', features: 2, classes: 2 });
    expect(Array.from(model.importance)).toEqual([1, 0]);
    expect(Array.from(model.trees.cover)).toEqual([5, 2, 3]);
    const hundredths = Array.from(model.trees.values, (share) => Math.round(share * 100));
    expect(hundredths).toEqual([60, 40, 100, 0, 33, 67]);
    expect(model.trees.threshold[0]).toBeLessThan(2.5);
    expect(model.trees.threshold[0]).toBeGreaterThan(2.4999);
  });

  it('counts a leaf as one row where the JSON no longer says how many', () => {
    const tree = new DecisionTreeClassifier();
    train(tree, 200, 2);
    const again = DecisionTreeClassifier.load(jsonOf(tree));
    const { cover, left, right, feature } = importTrees(jsonOf(again)).trees;
    feature.forEach((column, node) => {
      expect(cover[node]).toBe(column < 0 ? 1 : cover[left[node]!]! + cover[right[node]!]!);
    });
  });
});

describe('a forest of ml-random-forest', () => {
  it.each([
    [1, 2],
    [7, 2],
    [8, 2],
    [2, 3],
    [7, 3],
  ])('predicts here what it predicts there, ties included: %d trees, %d classes', (nEstimators, classes) => {
    const forest = new RandomForestClassifier({ nEstimators, seed: 3, noOOB: true });
    const data = train(forest, 150, classes);
    expectSameLabels(forest, [data.matrix, unseen]);
  });

  it('knows the columns that each tree has drawn', () => {
    const forest = new RandomForestClassifier({ nEstimators: 5, seed: 9, maxFeatures: 3, noOOB: true });
    const data = train(forest, 150, 2);
    expectSameLabels(forest, [data.matrix, unseen]);
    const { importance } = importTrees(jsonOf(forest), { features: FEATURES });
    expect(importance.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('gives probabilities that sum to 1 and follow the votes', () => {
    const forest = new RandomForestClassifier({ nEstimators: 4, seed: 3, noOOB: true });
    const { matrix } = train(forest, 100, 2);
    const probabilities = predictProbabilities(importMl(jsonOf(forest)), { ...matrix, columns: FEATURES });
    for (let row = 0; row < matrix.rows; row++) {
      expect(probabilities[row * 2]! + probabilities[row * 2 + 1]!).toBeCloseTo(1, 6);
      expect(Math.abs(probabilities[row * 2]! * 4 - Math.round(probabilities[row * 2]! * 4))).toBeLessThan(
        0.002,
      );
    }
  });
});

describe('what is not such a model', () => {
  const leaf = { distribution: [[0.5, 0.5]] };
  const tree = (root: object) => ({ name: 'DTClassifier', options: {}, root });
  it.each([
    ['no object', 5],
    ['another model', { name: 'DTRegression', root: { distribution: 3 } }],
    ['a tree without a root', { name: 'DTClassifier' }],
    ['a node with one child', tree({ splitColumn: 0, splitValue: 1, left: leaf })],
    ['a column that is no index', tree({ splitColumn: -1, splitValue: 1, left: leaf, right: leaf })],
    ['a split at nothing', tree({ splitColumn: 0, splitValue: null, left: leaf, right: leaf })],
    ['shares that are none', tree({ distribution: [[0.5, 0.9]] })],
    ['negative shares', tree({ distribution: [[1.5, -0.5]] })],
    ['a mean', tree({ distribution: 0.5 })],
    ['a forest without trees', { name: 'RFClassifier', baseModel: { indexes: [], estimators: [] } }],
    [
      'a tree that reads a column it was not given',
      {
        name: 'RFClassifier',
        baseModel: {
          indexes: [[0]],
          estimators: [tree({ splitColumn: 1, splitValue: 1, left: leaf, right: leaf })],
        },
      },
    ],
  ])('is refused: %s', (_, json) => {
    expect(() => importMl(json)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ML_JSON' }));
  });

  it('is one with fewer features or classes than it uses', () => {
    const json = tree({ splitColumn: 3, splitValue: 1, left: leaf, right: { distribution: [[0, 0, 1]] } });
    for (const options of [{ features: 3 }, { classes: 2 }])
      expect(() => importMl(json, options)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ML_JSON' }));
    expect(importMl(json)).toMatchObject({ features: 4, classes: 3 });
  });

  it('may be as deep as it likes', () => {
    let root: object = leaf;
    for (let depth = 0; depth < 50_000; depth++)
      root = { splitColumn: 0, splitValue: depth, left: leaf, right: root };
    expect(importTrees(tree(root)).trees.feature).toHaveLength(100_001);
  });
});
