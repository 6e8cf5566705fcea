import type { Tensor } from '../artifact/safetensors.js';
import type { TensorReader } from '../artifact/tensor-reader.js';
import { LearningError } from '../errors.js';
import type { KnnImputer } from './knn-imputer.js';
import type { Preprocessing } from './preprocessing.js';

/** Preprocessing as tensors: `<prefix>.means` and `.scales`, and `imputer.*` where missing values have donors. */
export function tensorsOfPreprocessing(
  { means, scales, imputer }: Preprocessing,
  prefix: string,
): Record<string, Tensor> {
  const features = means.length;
  return {
    [`${prefix}.means`]: { shape: [features], data: means },
    [`${prefix}.scales`]: { shape: [features], data: scales },
    ...(imputer && {
      'imputer.donors': { shape: [imputer.weights.length, features], data: imputer.donors },
      'imputer.weights': { shape: [imputer.weights.length], data: imputer.weights },
      'imputer.means': { shape: [features], data: imputer.means },
    }),
  };
}

/** Throws `LEARN_ARTIFACT_NUMBER` unless every number is above 0. */
export function assertAboveZero(numbers: Float64Array, what: string): void {
  if (numbers.some((number) => number <= 0))
    throw new LearningError('LEARN_ARTIFACT_NUMBER', `${what} is not above 0`);
}

function readImputer(reader: TensorReader, features: number): KnnImputer {
  const donors = reader.read('imputer.donors', 'F32', [-1, features], true);
  const weights = reader.read('imputer.weights', 'F64', [donors.length / features]);
  if (weights.length === 0) throw new LearningError('LEARN_ARTIFACT_TENSOR', 'an imputer without donors');
  assertAboveZero(weights, 'the weight of a donor');
  return { kind: 'knn', donors, weights, means: reader.read('imputer.means', 'F64', [features]) };
}

/** Reads it back; without `imputer.*` (as in format 1) missing values take the mean. Throws `LEARN_ARTIFACT_*`. */
export function readPreprocessing(reader: TensorReader, prefix: string, features: number): Preprocessing {
  const scales = reader.read(`${prefix}.scales`, 'F64', [features]);
  assertAboveZero(scales, 'a scale');
  return {
    means: reader.read(`${prefix}.means`, 'F64', [features]),
    scales,
    ...(reader.has('imputer.donors') && { imputer: readImputer(reader, features) }),
  };
}
