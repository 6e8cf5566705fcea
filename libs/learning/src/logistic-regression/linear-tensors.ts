import type { Tensor } from '../artifact/safetensors.js';
import type { TensorReader } from '../artifact/tensor-reader.js';
import type { LogisticRegressionModel } from '../model/fitted-model.js';
import { readPreprocessing, tensorsOfPreprocessing } from '../preprocessing/preprocessing-tensors.js';
import { outputsOf } from './design.js';

export function tensorsOfLinear(model: LogisticRegressionModel): Record<string, Tensor> {
  const outputs = model.intercepts.length;
  return {
    ...tensorsOfPreprocessing(model, 'linear'),
    'linear.coefficients': { shape: [outputs, model.features], data: model.coefficients },
    'linear.intercepts': { shape: [outputs], data: model.intercepts },
  };
}

/** Reads a model back, checked. Throws `LEARN_ARTIFACT_TENSOR`, `LEARN_ARTIFACT_NUMBER`. */
export function readLinear(reader: TensorReader, features: number, classes: number): LogisticRegressionModel {
  const outputs = outputsOf(classes);
  return {
    algorithm: 'logistic-regression',
    features,
    classes,
    ...readPreprocessing(reader, 'linear', features),
    coefficients: reader.read('linear.coefficients', 'F64', [outputs, features]),
    intercepts: reader.read('linear.intercepts', 'F64', [outputs]),
  };
}
