import { Controller, Get, Inject } from '@nestjs/common';
import type { VerdictThresholds } from '@weir/contracts';
import { ModelSlots, type ServedModel } from '../model-slot/index.js';
import { Reloader } from '../reload/index.js';

/** A version in service, as `GET /internal/models` tells it. */
export interface ServedModelSummary {
  readonly name: string;
  readonly version: number;
  readonly algorithm: string;
  readonly features: number;
  readonly thresholds: VerdictThresholds;
  readonly sha256: string;
  readonly loadedAt: string;
}

export interface ServedModelsResponse {
  readonly models: readonly ServedModelSummary[];
  /** Champions that were refused; the version of `models` goes on serving in their place. */
  readonly refused: readonly { readonly name: string; readonly version: number; readonly reason: string }[];
}

@Controller('internal/models')
export class ServedModelsController {
  constructor(
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(Reloader) private readonly reloader: Reloader,
  ) {}

  @Get()
  models(): ServedModelsResponse {
    return { models: this.slots.all().map(summaryOf), refused: this.reloader.refused() };
  }
}

function summaryOf({ name, version, artifact, sha256, loadedAt }: ServedModel): ServedModelSummary {
  return {
    name,
    version,
    algorithm: artifact.algorithm,
    features: artifact.featureNames.length,
    thresholds: artifact.thresholds,
    sha256,
    loadedAt,
  };
}
