import { Inject, Injectable } from '@nestjs/common';
import { decodeArtifact, LearningError, type ModelArtifact } from '@weir/learning';
import { type ModelVersion, OBJECTS, type Objects, WeirError } from '@weir/platform';
import {
  assertFormat,
  type ExportChoices,
  exported,
  type Format,
  type ModelFile,
} from './download-format.js';
import { ModelsService } from './models.service.js';

export interface NamedFile extends ModelFile {
  readonly filename: string;
}

/** A version's files: its card and its model, in the forms that others read. */
@Injectable()
export class ModelFiles {
  constructor(
    private readonly models: ModelsService,
    @Inject(OBJECTS) private readonly objects: Objects,
  ) {}

  /** Rejects with `WEIR_NOT_FOUND`, also for a version of before there were cards. */
  async card(name: string, versionOrAlias: string, form: 'json' | 'markdown'): Promise<Buffer> {
    const { card, version } = await this.models.version(name, versionOrAlias);
    if (card === undefined)
      throw new WeirError('WEIR_NOT_FOUND', `Version ${version} of ${name} was made before models had cards`);
    const { objectKey, sha256 } = card[form];
    return this.objects.read(objectKey, { sha256 });
  }

  /** Rejects with `WEIR_NOT_FOUND`, and `WEIR_MODEL_FORMAT` where the model cannot have the format. */
  async download(
    name: string,
    versionOrAlias: string,
    format: Format,
    choices: Pick<ExportChoices, 'missingValues'>,
  ): Promise<NamedFile> {
    const found = await this.models.version(name, versionOrAlias);
    assertFormat(found.algorithm, format);
    const bytes = await this.objects.read(found.objectKey, { sha256: found.sha256 });
    const file =
      format === 'safetensors'
        ? { bytes, type: 'application/octet-stream', ending: 'safetensors' }
        : await exported(decoded(bytes, found), format, { name, version: found.version, ...choices });
    return { ...file, filename: `${name}-${found.version}.${file.ending}` };
  }
}

function decoded(bytes: Uint8Array, { name, version }: ModelVersion): ModelArtifact {
  try {
    return decodeArtifact(bytes);
  } catch (cause) {
    if (!(cause instanceof LearningError)) throw cause;
    throw new WeirError('WEIR_ARTIFACT_REFUSED', `${name}/${version}: ${cause.message}`, { cause });
  }
}
