export { EXCHANGE_ERRORS, ExchangeError, type ExchangeErrorCode } from './errors.js';
export { MOST_STEPS, MOST_VALUES } from './ml/engine/limits.js';
export {
  ML_ALGORITHMS,
  type MlAlgorithm,
  type MlConfiguration,
  trainWithMl,
} from './ml/engine/train-with-ml.js';
export { exportMlKnn, type ScaledMlKnnJson, scaledForMl } from './ml/export/export-knn.js';
export {
  exportMlCart,
  exportMlProbability,
  exportMlRandomForest,
  type MlForestOptions,
} from './ml/export/export-trees.js';
export { importMl } from './ml/import/import-ml.js';
export type { MlImportOptions } from './ml/import/import-options.js';
export type { MlCartJson, MlKnnJson, MlModelJson, MlRandomForestJson } from './ml/json/ml-json.js';
export { exportOnnx, onnxModelOf } from './onnx/export-onnx.js';
export type { OnnxExportOptions } from './onnx/export-options.js';
export { decodeOnnx, encodeOnnx } from './onnx/proto/codec.js';
export type { OnnxModel } from './onnx/proto/onnx-messages.js';
