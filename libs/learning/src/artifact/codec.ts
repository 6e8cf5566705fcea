import { LearningError } from '../errors.js';
import { parseDescription, writeDescription } from './metadata.js';
import type { ModelArtifact } from './model-artifact.js';
import { readModel, tensorsOfModel } from './model-tensors.js';
import { decodeTensors, encodeTensors } from './safetensors.js';
import { TensorReader } from './tensor-reader.js';
import { readTerms, tensorsOfTerms } from './term-tensors.js';

const FORMAT = 'weir-model';
const FORMAT_VERSION = '2';
/** Written only where there are terms, so that a build that knows none still reads all other models. */
const TERMS_VERSION = '3';
/** Format 1 knew logistic regression, trees and forests; its trees had no cover. */
const VERSIONS: readonly (string | undefined)[] = ['1', FORMAT_VERSION, TERMS_VERSION];

function assertModelFits({ model, algorithm, featureNames, classes }: ModelArtifact): void {
  if (
    model.algorithm !== algorithm ||
    model.features !== featureNames.length ||
    model.classes !== classes.length
  ) {
    throw new LearningError('LEARN_ARTIFACT_METADATA', 'the model is not the one described');
  }
}

/**
 * One safetensors file: arrays as tensors, the rest as JSON in its metadata. Equal artifacts give equal bytes.
 * Throws `LEARN_ARTIFACT_METADATA` for what could not be read back.
 */
export function encodeArtifact(artifact: ModelArtifact): Uint8Array {
  assertModelFits(artifact);
  const { goldenRows, featureNames, classes, importance, terms } = artifact;
  const rows = goldenRows.features.length / featureNames.length;
  return encodeTensors({
    metadata: {
      format: FORMAT,
      format_version: terms ? TERMS_VERSION : FORMAT_VERSION,
      description: writeDescription(artifact),
    },
    tensors: {
      ...tensorsOfModel(artifact.model),
      ...tensorsOfTerms(artifact),
      importance: { shape: [featureNames.length], data: importance },
      'golden.features': { shape: [rows, featureNames.length], data: goldenRows.features },
      'golden.probabilities': { shape: [rows, classes.length], data: goldenRows.probabilities },
    },
  });
}

/**
 * Reads an artifact, trusting nothing in it. Throws `LEARN_ARTIFACT_TRUNCATED`, `…_HEADER`, `…_TENSOR`, `…_METADATA`,
 * `…_VERSION`, `…_TREE` or `…_NUMBER`.
 */
export function decodeArtifact(bytes: Uint8Array): ModelArtifact {
  const { metadata, tensors } = decodeTensors(bytes);
  if (metadata.format !== FORMAT)
    throw new LearningError('LEARN_ARTIFACT_METADATA', `format is ${metadata.format}`);
  if (!VERSIONS.includes(metadata.format_version)) {
    throw new LearningError(
      'LEARN_ARTIFACT_VERSION',
      `version ${metadata.format_version}, this build reads ${VERSIONS.join(', ')}`,
    );
  }
  const { terms, ...description } = parseDescription(metadata.description ?? '');
  if ((terms !== undefined) !== (metadata.format_version === TERMS_VERSION))
    throw new LearningError('LEARN_ARTIFACT_METADATA', `terms belong to version ${TERMS_VERSION} alone`);
  const features = description.featureNames.length;
  const classes = description.classes.length;
  const reader = new TensorReader(tensors);
  const golden = reader.read('golden.features', 'F32', [-1, features], true);
  const artifact = {
    ...description,
    model: readModel(reader, description.algorithm, features, classes),
    importance: reader.read('importance', 'F64', [features]),
    goldenRows: {
      features: golden,
      probabilities: reader.read('golden.probabilities', 'F32', [golden.length / features, classes]),
    },
    ...(terms && readTerms(reader, terms)),
  };
  reader.assertAllRead();
  return artifact;
}
