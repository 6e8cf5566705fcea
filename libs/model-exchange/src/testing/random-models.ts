import type { AlgorithmName, FittedModel } from '@weir/learning';
import type { KnnModel } from '../ml/knn-model.js';
import { uniformFrom } from './random.js';
import { type RandomTreesOptions, randomTrees, shares } from './random-trees.js';

export const TREE_ALGORITHMS = ['decision-tree', 'random-forest', 'adaboost', 'gradient-boosting'] as const;

function adaBoost(uniform: () => number, features: number, classes: number): FittedModel {
  const estimatorWeights = Float64Array.from({ length: 24 }, () => Math.fround(0.1 + uniform()));
  const leaf: RandomTreesOptions['leaf'] = (draw, tree) => {
    const vote = Math.floor(draw() * classes);
    return Array.from({ length: classes }, (_, index) => (index === vote ? estimatorWeights[tree]! : 0));
  };
  const trees = randomTrees(uniform, { trees: 24, depth: 2, features, width: classes, leaf });
  return {
    algorithm: 'adaboost',
    features,
    classes,
    trees,
    estimatorWeights,
    importance: new Float64Array(features),
  };
}

function gradientBoosting(uniform: () => number, features: number, classes: number): FittedModel {
  const outputs = classes === 2 ? 1 : classes;
  const leaf: RandomTreesOptions['leaf'] = (draw) => [draw() * 0.8 - 0.4];
  return {
    algorithm: 'gradient-boosting',
    features,
    classes,
    trees: randomTrees(uniform, { trees: 30 * outputs, depth: 5, features, width: 1, leaf }),
    base: Float64Array.from({ length: outputs }, () => uniform() * 2 - 1),
    importance: new Float64Array(features),
  };
}

function logisticRegression(uniform: () => number, features: number, classes: number): FittedModel {
  const outputs = classes === 2 ? 1 : classes;
  const numbers = (length: number) => Float64Array.from({ length }, () => uniform() * 4 - 2);
  return {
    algorithm: 'logistic-regression',
    features,
    classes,
    means: numbers(features),
    scales: numbers(features).map((value) => Math.abs(value) + 0.1),
    coefficients: numbers(features * outputs),
    intercepts: numbers(outputs),
  };
}

function nearestNeighbours(uniform: () => number, features: number, classes: number): KnnModel {
  const rows = 200;
  return {
    algorithm: 'knn',
    features,
    classes,
    k: 5,
    neighbourWeights: 'uniform',
    means: Float64Array.from({ length: features }, () => uniform() - 0.5),
    scales: Float64Array.from({ length: features }, () => uniform() + 0.5),
    rows: Float32Array.from({ length: rows * features }, () => uniform() * 6 - 3),
    labels: Int32Array.from({ length: rows }, () => Math.floor(uniform() * classes)),
    weights: Float64Array.from({ length: rows }, () => 1 + Math.floor(uniform() * 2)),
  };
}

/** A model with made-up numbers, the same for the same seed. */
export function randomModel(
  algorithm: AlgorithmName,
  features: number,
  classes: number,
  seed: number,
): FittedModel {
  const uniform = uniformFrom(seed);
  switch (algorithm) {
    case 'logistic-regression':
      return logisticRegression(uniform, features, classes);
    case 'knn':
      return nearestNeighbours(uniform, features, classes);
    case 'adaboost':
      return adaBoost(uniform, features, classes);
    case 'gradient-boosting':
      return gradientBoosting(uniform, features, classes);
    default: {
      const trees = randomTrees(uniform, {
        trees: algorithm === 'decision-tree' ? 1 : 40,
        depth: 8,
        features,
        width: classes,
        leaf: (draw) => shares(draw, classes),
      });
      return { algorithm, features, classes, trees, importance: new Float64Array(features) } as FittedModel;
    }
  }
}
