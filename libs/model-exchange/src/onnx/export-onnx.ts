import type { FittedModel, ModelArtifact } from '@weir/learning';
import { ExchangeError } from '../errors.js';
import type { OnnxExportOptions } from './export-options.js';
import { intAttribute } from './graph/attributes.js';
import { GraphBuilder } from './graph/graph-builder.js';
import { batchValue, int64Tensor, stringTensor } from './graph/tensors.js';
import { metadataOf } from './metadata.js';
import { addCalibration } from './models/calibration.js';
import { addLinearModel } from './models/linear-model.js';
import { ML_OPSET } from './models/tree-ensemble.js';
import { addTreeModel } from './models/tree-models.js';
import { encodeOnnx } from './proto/codec.js';
import { DATA_TYPE, type OnnxModel } from './proto/onnx-messages.js';

/** Of 2021: read by every runtime of the last years. */
const IR_VERSION = 8;
const OPSET = 15;

const INPUT = 'features';
const PROBABILITIES = 'probabilities';
const LABEL = 'label';
const PROBABILITY = 'probability';

function imputerOf(model: FittedModel) {
  return 'imputer' in model ? model.imputer : undefined;
}

/** Throws `EXCHANGE_ONNX_IMPUTATION` for a model that has learnt from rows with missing values. */
function assertMeansWillDo(model: FittedModel, { missingValues }: OnnxExportOptions): void {
  const donors = imputerOf(model)?.donors;
  if (donors?.some(Number.isNaN) && missingValues !== 'mean')
    throw new ExchangeError('EXCHANGE_ONNX_IMPUTATION');
}

function addModel(graph: GraphBuilder, model: FittedModel, options: OnnxExportOptions): string {
  switch (model.algorithm) {
    case 'decision-tree':
    case 'random-forest':
    case 'adaboost':
    case 'gradient-boosting':
      return addTreeModel(graph, INPUT, model);
    case 'logistic-regression':
      assertMeansWillDo(model, options);
      return addLinearModel(graph, INPUT, model);
    case 'knn':
      throw new ExchangeError('EXCHANGE_ONNX_ALGORITHM', model.algorithm);
  }
}

/** The name of the most probable class, the first of equals. */
function addLabel(graph: GraphBuilder, classes: readonly string[]): void {
  const best = graph.add('ArgMax', [PROBABILITIES], {
    attributes: [intAttribute('axis', 1), intAttribute('keepdims', 0)],
  });
  graph.add('Gather', [graph.constant('classes', stringTensor(classes)), best], { output: LABEL });
}

function addPositiveProbability(graph: GraphBuilder, { positiveIndex, calibration }: ModelArtifact): void {
  const column = graph.constant('positive_class', int64Tensor([], [positiveIndex]));
  const raw = graph.add('Gather', [PROBABILITIES, column], { attributes: [intAttribute('axis', 1)] });
  const calibrated = addCalibration(graph, graph.cast(raw, DATA_TYPE.double), calibration);
  graph.cast(calibrated, DATA_TYPE.float, PROBABILITY);
}

function docStringOf({ algorithm, classes, positiveIndex, model }: ModelArtifact): string {
  return (
    `A ${algorithm} over ${classes.join(' and ')}. Input: '${INPUT}', a row of raw values each, NaN where missing. ` +
    `Outputs: '${PROBABILITIES}', raw, a column a class; '${LABEL}', the most probable class; '${PROBABILITY}', the ` +
    `calibrated probability of ${classes[positiveIndex]}.` +
    (imputerOf(model)
      ? ' Missing values take the mean of their column here; Weir takes them from the nearest training rows, so it ' +
        'may score rows with missing values otherwise.'
      : '')
  );
}

/** The model as ONNX's messages; {@link exportOnnx} encodes them. */
export function onnxModelOf(artifact: ModelArtifact, options: OnnxExportOptions = {}): OnnxModel {
  const graph = new GraphBuilder();
  graph.cast(addModel(graph, artifact.model, options), DATA_TYPE.float, PROBABILITIES);
  addLabel(graph, artifact.classes);
  addPositiveProbability(graph, artifact);
  const { version } = options;
  return {
    irVersion: IR_VERSION,
    producerName: 'weir',
    ...(Number.isSafeInteger(version) && { modelVersion: Number(version) }),
    docString: docStringOf(artifact),
    opsetImport: [{ domain: '', version: OPSET }, ML_OPSET],
    graph: {
      name: options.name ?? artifact.schema,
      node: graph.nodes,
      initializer: graph.initializers,
      input: [batchValue(INPUT, DATA_TYPE.float, artifact.featureNames.length)],
      output: [
        batchValue(PROBABILITIES, DATA_TYPE.float, artifact.classes.length),
        batchValue(LABEL, DATA_TYPE.string),
        batchValue(PROBABILITY, DATA_TYPE.float),
      ],
    },
    metadataProps: metadataOf(artifact, options),
  };
}

/**
 * The artifact as an ONNX file with its preprocessing and calibration in the graph. Input `features` (float, rows ×
 * features, raw values, NaN where missing); outputs `probabilities` (float, rows × classes, raw), `label` (string,
 * rows) and `probability` (float, rows, calibrated, of the positive class). Equal to ours within 1e-5.
 * Throws `EXCHANGE_ONNX_ALGORITHM` for KNN and `EXCHANGE_ONNX_IMPUTATION` (see `missingValues`).
 */
export function exportOnnx(artifact: ModelArtifact, options: OnnxExportOptions = {}): Uint8Array {
  return encodeOnnx(onnxModelOf(artifact, options));
}
