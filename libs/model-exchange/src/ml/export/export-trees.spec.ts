import {
  type DecisionTreeModel,
  fitModel,
  predictProbabilities,
  type RandomForestModel,
} from '@weir/learning';
import { describe, expect, it } from 'vitest';
import { labelsOf, listsOf } from '../../testing/plain.js';
import { uniformFrom } from '../../testing/random.js';
import { randomData } from '../../testing/random-data.js';
import { randomMatrix } from '../../testing/random-matrix.js';
import { randomModel } from '../../testing/random-models.js';
import { randomTrees } from '../../testing/random-trees.js';
import {
  DecisionTreeClassifier,
  RandomForestClassifier,
  RandomForestRegression,
} from '../packages/packages.js';
import { exportMlCart, exportMlProbability, exportMlRandomForest } from './export-trees.js';

const FEATURES = 6;
const matrix = randomMatrix(uniformFrom(5), 1000, FEATURES, 0);
const rows = listsOf(matrix);
const throughJson = (json: object): object => JSON.parse(JSON.stringify(json)) as object;

/** Trees whose leaves hold one class each. */
function wholeForest(trees: number, classes: number): RandomForestModel {
  const leaf = (uniform: () => number) => {
    const winner = Math.floor(uniform() * classes);
    return Array.from({ length: classes }, (_, index) => (index === winner ? 1 : 0));
  };
  return {
    algorithm: 'random-forest',
    features: FEATURES,
    classes,
    trees: randomTrees(uniformFrom(trees), { trees, depth: 6, features: FEATURES, width: classes, leaf }),
    importance: new Float64Array(FEATURES),
  };
}

describe('a tree for ml-cart', () => {
  it.each([2, 3])('predicts our labels there: %d classes', (classes) => {
    const model = randomModel('decision-tree', FEATURES, classes, 21) as DecisionTreeModel;
    const theirs = DecisionTreeClassifier.load(throughJson(exportMlCart(model)));
    expect(theirs.predict(rows)).toEqual(labelsOf(model, matrix));
  });

  it('can be a leaf', () => {
    const leaf = () => [0.25, 0.75];
    const trees = randomTrees(uniformFrom(1), { trees: 1, depth: 0, features: 1, width: 2, leaf });
    const model: DecisionTreeModel = {
      algorithm: 'decision-tree',
      features: 1,
      classes: 2,
      trees,
      importance: Float64Array.of(0),
    };
    expect(DecisionTreeClassifier.load(exportMlCart(model)).predict([[7]])).toEqual([1]);
  });

  it('predicts our labels there once it was learnt here', async () => {
    const data = randomData(400, FEATURES, 3, 8);
    const model = await fitModel(
      data,
      { algorithm: 'decision-tree', parameters: { criterion: 'gini' } },
      { seed: 1, workers: 0 },
    );
    const theirs = DecisionTreeClassifier.load(throughJson(exportMlCart(model as DecisionTreeModel)));
    expect(theirs.predict(rows)).toEqual(labelsOf(model, matrix));
    expect(theirs.predict(listsOf(data.matrix))).toEqual(labelsOf(model, data.matrix));
  });
});

describe('a forest for ml-random-forest', () => {
  it.each([
    [1, 2],
    [9, 2],
    [10, 2],
    [9, 3],
    [10, 3],
  ])('predicts our labels there, ties included: %d trees, %d classes', (trees, classes) => {
    const model = wholeForest(trees, classes);
    const theirs = RandomForestClassifier.load(throughJson(exportMlRandomForest(model)));
    expect(theirs.predict(rows)).toEqual(labelsOf(model, matrix));
  });

  it('is refused where leaves are mixed, unless a majority will do', () => {
    const model = randomModel('random-forest', FEATURES, 2, 22) as RandomForestModel;
    expect(() => exportMlRandomForest(model)).toThrow(expect.objectContaining({ code: 'EXCHANGE_ML_VOTES' }));
    const theirs = RandomForestClassifier.load(exportMlRandomForest(model, { votes: 'majority' }));
    const ours = labelsOf(model, matrix);
    const same = theirs.predict(rows).filter((label, row) => label === ours[row]);
    expect(same.length / ours.length).toBeGreaterThan(0.8);
  });

  it.each([2, 3])('gives our probability of a class as a regression: %d classes', (classes) => {
    for (const algorithm of ['decision-tree', 'random-forest'] as const) {
      const model = randomModel(algorithm, FEATURES, classes, 23) as RandomForestModel;
      const probabilities = predictProbabilities(model, matrix);
      for (let index = 0; index < classes; index++) {
        const json = throughJson(exportMlProbability(model, index));
        RandomForestRegression.load(json)
          .predict(rows)
          .forEach((probability, row) => {
            expect(Math.abs(probability - probabilities[row * classes + index]!)).toBeLessThan(1e-7);
          });
      }
    }
  });

  it('has no probability of a class that is not there', () => {
    const model = randomModel('decision-tree', FEATURES, 2, 1) as DecisionTreeModel;
    expect(() => exportMlProbability(model, 2)).toThrow(
      expect.objectContaining({ code: 'EXCHANGE_ML_PARAMETER' }),
    );
  });
});
