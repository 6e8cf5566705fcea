import type { Tensor } from '../artifact/safetensors.js';
import type { TensorReader } from '../artifact/tensor-reader.js';
import { LearningError } from '../errors.js';
import {
  assertAboveZero,
  readPreprocessing,
  tensorsOfPreprocessing,
} from '../preprocessing/preprocessing-tensors.js';
import type { KnnModel } from './knn-model.js';

/** `knn.options`: k, and 1 for weights by distance. */
export function tensorsOfKnn(model: KnnModel): Record<string, Tensor> {
  const rows = model.labels.length;
  return {
    'knn.options': {
      shape: [2],
      data: Int32Array.of(model.k, model.neighbourWeights === 'distance' ? 1 : 0),
    },
    'knn.rows': { shape: [rows, model.features], data: model.rows },
    'knn.labels': { shape: [rows], data: model.labels },
    'knn.weights': { shape: [rows], data: model.weights },
    ...tensorsOfPreprocessing(model, 'knn'),
  };
}

/** Reads a model back, checked. Throws `LEARN_ARTIFACT_TENSOR`, `LEARN_ARTIFACT_NUMBER`. */
export function readKnn(reader: TensorReader, features: number, classes: number): KnnModel {
  const options = reader.read('knn.options', 'I32', [2]);
  const k = options[0]!;
  const byDistance = options[1]!;
  const labels = reader.read('knn.labels', 'I32', [-1]);
  const weights = reader.read('knn.weights', 'F64', [labels.length]);
  if (labels.length === 0) throw new LearningError('LEARN_ARTIFACT_TENSOR', 'no rows to compare with');
  if (k < 1) throw new LearningError('LEARN_ARTIFACT_NUMBER', `k is ${k}`);
  if (byDistance !== 0 && byDistance !== 1)
    throw new LearningError('LEARN_ARTIFACT_NUMBER', `neighbours count in way ${byDistance}`);
  if (labels.some((label) => label < 0 || label >= classes))
    throw new LearningError('LEARN_ARTIFACT_NUMBER', 'a label is not a class');
  assertAboveZero(weights, 'the weight of a row');
  return {
    algorithm: 'knn',
    features,
    classes,
    k,
    neighbourWeights: byDistance === 1 ? 'distance' : 'uniform',
    ...readPreprocessing(reader, 'knn', features),
    rows: reader.read('knn.rows', 'F32', [labels.length, features]),
    labels,
    weights,
  };
}
