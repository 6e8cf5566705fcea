import { LearningError } from '../errors.js';
import type { AlgorithmName, FittedModel, LogisticRegressionModel } from '../model/fitted-model.js';
import type { TreeEnsemble } from '../tree/tree-ensemble.js';
import type { Tensor } from './safetensors.js';
import type { TensorReader } from './tensor-reader.js';
import { assertTrees } from './tree-check.js';

function tensorsOfTrees(trees: TreeEnsemble, classes: number): Record<string, Tensor> {
  const nodes = trees.feature.length;
  return {
    'trees.roots': { shape: [trees.roots.length], data: trees.roots },
    'trees.feature': { shape: [nodes], data: trees.feature },
    'trees.threshold': { shape: [nodes], data: trees.threshold },
    'trees.missing_left': { shape: [nodes], data: trees.missingLeft },
    'trees.left': { shape: [nodes], data: trees.left },
    'trees.right': { shape: [nodes], data: trees.right },
    'trees.distribution': { shape: [nodes, classes], data: trees.distribution },
  };
}

/** A model's arrays by tensor name. */
export function tensorsOfModel(model: FittedModel): Record<string, Tensor> {
  if (model.algorithm !== 'logistic-regression') {
    return {
      ...tensorsOfTrees(model.trees, model.classes),
      'trees.importance': { shape: [model.features], data: model.importance },
    };
  }
  return {
    'linear.means': { shape: [model.features], data: model.means },
    'linear.scales': { shape: [model.features], data: model.scales },
    'linear.coefficients': { shape: [model.intercepts.length, model.features], data: model.coefficients },
    'linear.intercepts': { shape: [model.intercepts.length], data: model.intercepts },
  };
}

function readTrees(reader: TensorReader, features: number, classes: number): TreeEnsemble {
  const feature = reader.read('trees.feature', 'I32', [-1]);
  const nodes = feature.length;
  const trees = {
    roots: reader.read('trees.roots', 'I32', [-1]),
    feature,
    threshold: reader.read('trees.threshold', 'F32', [nodes]),
    missingLeft: reader.read('trees.missing_left', 'U8', [nodes]),
    left: reader.read('trees.left', 'I32', [nodes]),
    right: reader.read('trees.right', 'I32', [nodes]),
    distribution: reader.read('trees.distribution', 'F32', [nodes, classes]),
  };
  assertTrees(trees, features, classes);
  return trees;
}

function readLinear(reader: TensorReader, features: number, classes: number): LogisticRegressionModel {
  const outputs = classes === 2 ? 1 : classes;
  const scales = reader.read('linear.scales', 'F64', [features]);
  if (scales.some((scale) => scale <= 0))
    throw new LearningError('LEARN_ARTIFACT_NUMBER', 'a scale is not above 0');
  return {
    algorithm: 'logistic-regression',
    features,
    classes,
    means: reader.read('linear.means', 'F64', [features]),
    scales,
    coefficients: reader.read('linear.coefficients', 'F64', [outputs, features]),
    intercepts: reader.read('linear.intercepts', 'F64', [outputs]),
  };
}

/** A model from its tensors, checked. Throws `LEARN_ARTIFACT_TENSOR`, `LEARN_ARTIFACT_TREE`, `LEARN_ARTIFACT_NUMBER`. */
export function readModel(
  reader: TensorReader,
  algorithm: AlgorithmName,
  features: number,
  classes: number,
): FittedModel {
  if (algorithm === 'logistic-regression') return readLinear(reader, features, classes);
  const trees = readTrees(reader, features, classes);
  if (algorithm === 'decision-tree' && trees.roots.length !== 1) {
    throw new LearningError('LEARN_ARTIFACT_TREE', `a decision tree of ${trees.roots.length} trees`);
  }
  return {
    algorithm,
    features,
    classes,
    trees,
    importance: reader.read('trees.importance', 'F64', [features]),
  };
}
