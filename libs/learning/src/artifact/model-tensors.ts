import { LearningError } from '../errors.js';
import { readKnn, tensorsOfKnn } from '../knn/knn-tensors.js';
import { readLinear, tensorsOfLinear } from '../logistic-regression/linear-tensors.js';
import type { AlgorithmName, FittedModel } from '../model/fitted-model.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import type { Tensor } from './safetensors.js';
import type { TensorReader } from './tensor-reader.js';
import { assertCover, assertShares, assertTrees } from './tree-check.js';

function tensorsOfTrees(trees: TreeEnsemble): Record<string, Tensor> {
  const nodes = trees.feature.length;
  return {
    'trees.roots': { shape: [trees.roots.length], data: trees.roots },
    'trees.feature': { shape: [nodes], data: trees.feature },
    'trees.threshold': { shape: [nodes], data: trees.threshold },
    'trees.missing_left': { shape: [nodes], data: trees.missingLeft },
    'trees.left': { shape: [nodes], data: trees.left },
    'trees.right': { shape: [nodes], data: trees.right },
    'trees.values': { shape: [nodes, trees.width], data: trees.values },
    'trees.cover': { shape: [nodes], data: trees.cover },
  };
}

/** A model's arrays by tensor name. */
export function tensorsOfModel(model: FittedModel): Record<string, Tensor> {
  if (model.algorithm === 'logistic-regression') return tensorsOfLinear(model);
  if (model.algorithm === 'knn') return tensorsOfKnn(model);
  return {
    ...tensorsOfTrees(model.trees),
    'trees.importance': { shape: [model.features], data: model.importance },
    ...(model.algorithm === 'adaboost' && {
      'adaboost.weights': { shape: [model.estimatorWeights.length], data: model.estimatorWeights },
    }),
    ...(model.algorithm === 'gradient-boosting' && {
      'boosting.base': { shape: [model.base.length], data: model.base },
    }),
  };
}

/** Format 1 kept no cover: every leaf counts the same. */
function coverOf(trees: Pick<TreeEnsemble, 'feature' | 'left' | 'right'>): Float32Array {
  const cover = new Float32Array(trees.feature.length).fill(1);
  for (let node = cover.length - 1; node >= 0; node--) {
    if (trees.feature[node]! >= 0) cover[node] = cover[trees.left[node]!]! + cover[trees.right[node]!]!;
  }
  return cover;
}

function readTrees(reader: TensorReader, features: number, width: number): TreeEnsemble {
  const feature = reader.read('trees.feature', 'I32', [-1]);
  const nodes = feature.length;
  const isOlder = reader.has('trees.distribution');
  const shape = {
    roots: reader.read('trees.roots', 'I32', [-1]),
    feature,
    threshold: reader.read('trees.threshold', 'F32', [nodes]),
    missingLeft: reader.read('trees.missing_left', 'U8', [nodes]),
    left: reader.read('trees.left', 'I32', [nodes]),
    right: reader.read('trees.right', 'I32', [nodes]),
  };
  assertTrees(shape, features);
  const trees = {
    ...shape,
    width,
    values: reader.read(isOlder ? 'trees.distribution' : 'trees.values', 'F32', [nodes, width]),
    cover: isOlder ? coverOf(shape) : reader.read('trees.cover', 'F32', [nodes]),
  };
  assertCover(trees);
  return trees;
}

function readVotes(reader: TensorReader, trees: TreeEnsemble): Float64Array {
  const weights = reader.read('adaboost.weights', 'F64', [trees.roots.length]);
  if (weights.some((weight) => weight <= 0))
    throw new LearningError('LEARN_ARTIFACT_NUMBER', 'the weight of a vote is not above 0');
  return weights;
}

/** A model from its tensors, checked. Throws `LEARN_ARTIFACT_TENSOR`, `LEARN_ARTIFACT_TREE`, `LEARN_ARTIFACT_NUMBER`. */
export function readModel(
  reader: TensorReader,
  algorithm: AlgorithmName,
  features: number,
  classes: number,
): FittedModel {
  if (algorithm === 'logistic-regression') return readLinear(reader, features, classes);
  if (algorithm === 'knn') return readKnn(reader, features, classes);
  const outputs = classes === 2 ? 1 : classes;
  const trees = readTrees(reader, features, algorithm === 'gradient-boosting' ? 1 : classes);
  const shape = { features, classes, trees, importance: reader.read('trees.importance', 'F64', [features]) };
  switch (algorithm) {
    case 'gradient-boosting':
      if (trees.roots.length % outputs !== 0)
        throw new LearningError('LEARN_ARTIFACT_TREE', `${trees.roots.length} trees for ${outputs} outputs`);
      return { algorithm, ...shape, base: reader.read('boosting.base', 'F64', [outputs]) };
    case 'adaboost':
      return { algorithm, ...shape, estimatorWeights: readVotes(reader, trees) };
    case 'decision-tree':
      if (trees.roots.length !== 1)
        throw new LearningError('LEARN_ARTIFACT_TREE', `a decision tree of ${trees.roots.length} trees`);
      break;
  }
  assertShares(trees);
  return { algorithm, ...shape };
}
