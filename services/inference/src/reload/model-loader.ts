import { Inject, Injectable } from '@nestjs/common';
import { SchemaRegistry } from '@weir/contracts';
import {
  createScorer,
  decodeArtifact,
  type ModelArtifact,
  type Scorer,
  verifyGoldenRows,
} from '@weir/learning';
import { isWeirError, type ModelVersion, OBJECTS, type Objects, SCHEMAS } from '@weir/platform';
import type { ServedModel } from '../model-slot/index.js';
import { checkArtifact } from './artifact-check.js';
import { refuse } from './refused.js';

/** Turns a registry entry into a model that can serve, or says why not. */
@Injectable()
export class ModelLoader {
  constructor(
    @Inject(OBJECTS) private readonly objects: Objects,
    @Inject(SCHEMAS) private readonly schemas: SchemaRegistry,
  ) {}

  /**
   * Download (SHA-256 checked) → decode → schema, features, classes → golden rows. Throws `WEIR_ARTIFACT_REFUSED` where
   * the version can never serve; what the object store throws otherwise passes through, and may be tried again.
   */
  async load(version: ModelVersion): Promise<ServedModel> {
    const bytes = await this.#download(version);
    const artifact = orRefuse(version, () => decodeArtifact(bytes));
    const { schema, classes } = checkArtifact(version, artifact, this.schemas);
    return {
      name: version.name,
      version: version.version,
      schema,
      artifact,
      scorer: orRefuse(version, () => verifiedScorer(artifact)),
      classes,
      sha256: version.sha256,
      loadedAt: new Date().toISOString(),
    };
  }

  async #download(version: ModelVersion): Promise<Buffer> {
    try {
      return await this.objects.read(version.objectKey, { sha256: version.sha256 });
    } catch (error) {
      if (isWeirError(error) && !error.transient) throw refuse(version, error.message, error);
      throw error;
    }
  }
}

/** A build that computes otherwise than the one that trained must not serve: the golden rows tell. */
function verifiedScorer(artifact: ModelArtifact): Scorer {
  if (artifact.goldenRows.probabilities.length === 0) throw new Error('it holds no golden rows');
  verifyGoldenRows(artifact);
  return createScorer(artifact);
}

function orRefuse<T>(version: ModelVersion, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw refuse(version, (error as Error).message, error);
  }
}
