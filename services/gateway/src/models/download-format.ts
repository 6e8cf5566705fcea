import { LearningError, type ModelArtifact } from '@weir/learning';
import { WeirError } from '@weir/platform';

/** What a model can be taken away as. */
export const FORMATS = ['safetensors', 'onnx', 'ml-random-forest'] as const;
export type Format = (typeof FORMATS)[number];

export interface ExportChoices {
  readonly name: string;
  readonly version: number;
  /** With `onnx`: `mean` puts column means in the place of missing values where ONNX has no nearest rows. */
  readonly missingValues: 'refuse' | 'mean';
}

export interface ModelFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly ending: string;
}

/** Formats that a model of each algorithm cannot have. */
const IMPOSSIBLE: Readonly<Record<Exclude<Format, 'safetensors'>, readonly string[]>> = {
  onnx: ['knn'],
  'ml-random-forest': ['logistic-regression', 'knn', 'adaboost', 'gradient-boosting'],
};

/** The formats of a model of this algorithm. */
export function formatsOf(algorithm: string): Format[] {
  return FORMATS.filter((format) => format === 'safetensors' || !IMPOSSIBLE[format].includes(algorithm));
}

/** Throws `WEIR_MODEL_FORMAT` unless models of the algorithm can have the format. */
export function assertFormat(algorithm: string, format: Format): void {
  const able = formatsOf(algorithm);
  if (able.includes(format)) return;
  throw new WeirError(
    'WEIR_MODEL_FORMAT',
    `A model of ${algorithm} cannot be had as ${format}, but as ${able.join(' or ')}`,
    { context: { formats: able } },
  );
}

/**
 * An artifact in another format. Loads the packages for it the first time it is asked: they take longer to load than
 * the gateway takes to start. Rejects with `WEIR_MODEL_FORMAT` where this very model cannot have it.
 */
export async function exported(
  artifact: ModelArtifact,
  format: Exclude<Format, 'safetensors'>,
  { name, version, missingValues }: ExportChoices,
): Promise<ModelFile> {
  const exchange = await import('@weir/model-exchange');
  const { model } = artifact;
  try {
    if (format === 'onnx') {
      const bytes = exchange.exportOnnx(artifact, { name, version, missingValues });
      return { bytes, type: 'application/octet-stream', ending: 'onnx' };
    }
    if (model.algorithm !== 'random-forest' && model.algorithm !== 'decision-tree')
      throw new LearningError('LEARN_ARTIFACT_METADATA', model.algorithm);
    const json = exchange.exportMlProbability(model, artifact.positiveIndex);
    return { bytes: Buffer.from(JSON.stringify(json)), type: 'application/json', ending: 'ml.json' };
  } catch (cause) {
    if (!(cause instanceof exchange.ExchangeError)) throw cause;
    throw new WeirError('WEIR_MODEL_FORMAT', `${cause.message}; ${mendOf(cause)}`, { cause });
  }
}

function mendOf({ code, mend }: { readonly code: string; readonly mend: string }): string {
  return code === 'EXCHANGE_ONNX_IMPUTATION'
    ? 'ask with missingValues=mean for column means in their place'
    : mend;
}
