import { Controller, Get, Inject } from '@nestjs/common';
import type { VerdictThresholds } from '@weir/contracts';
import { ModelSlots, type ServedModel } from '../model-slot/index.js';
import { ChallengerFollower, Reloader } from '../reload/index.js';

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

/** A version that failed a check of the reload. */
export interface RefusedModel {
  readonly name: string;
  readonly version: number;
  readonly reason: string;
}

export interface ServedModelsResponse {
  readonly models: readonly ServedModelSummary[];
  /** Champions that were refused; the version of `models` goes on serving in their place. */
  readonly refused: readonly RefusedModel[];
  /** Versions seen beside their champions. */
  readonly challengers: readonly ServedModelSummary[];
  readonly refusedChallengers: readonly RefusedModel[];
}

@Controller('internal/models')
export class ServedModelsController {
  constructor(
    @Inject(ModelSlots) private readonly slots: ModelSlots,
    @Inject(Reloader) private readonly reloader: Reloader,
    @Inject(ChallengerFollower) private readonly challengers: ChallengerFollower,
  ) {}

  @Get()
  models(): ServedModelsResponse {
    return {
      models: this.slots.all().map(summaryOf),
      refused: this.reloader.refused(),
      challengers: this.slots.allChallengers().map(({ model }) => summaryOf(model)),
      refusedChallengers: this.challengers.refused(),
    };
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
