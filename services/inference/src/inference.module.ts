import { type DynamicModule, Module } from '@nestjs/common';
import {
  DOCUMENTS,
  type Documents,
  EVENT_BUS,
  type EventBus,
  ListsCatalog,
  ModelRegistry,
} from '@weir/platform';
import { Canary, CanaryReturns } from './canary/index.js';
import { SubmittedUrlsController, UrlClassifier } from './classification/index.js';
import {
  EnrichmentMetrics,
  type EnrichmentOptions,
  EnrichmentsController,
  enricherProvider,
  StreamEnricher,
  StreamSubscription,
  UrlEnrichment,
} from './enrichment/index.js';
import {
  LISTS_OPTIONS,
  ListEntriesController,
  ListsFollower,
  type ListsOptions,
  ListsPoll,
  UrlLists,
} from './lists/index.js';
import { ChallengerMetrics, InferenceMetrics } from './metrics/index.js';
import { ModelSlots } from './model-slot/index.js';
import { PredictionPortController, ServedModelsController } from './prediction-port/index.js';
import {
  ChallengerFollower,
  ModelAliasesController,
  ModelLoader,
  RELOAD_OPTIONS,
  RegistryPoll,
  Reloader,
  type ReloadOptions,
} from './reload/index.js';
import { StreamScoring } from './scoring/index.js';
import { Challenge } from './shadow/index.js';
import { StreamSketches } from './sketches/index.js';

const DEFAULTS: ReloadOptions & ListsOptions = { pollIntervalMs: 3_000, listsIntervalMs: 30_000 };

@Module({})
class InferenceModule {}

/** The inference service. It only reads the registry; versions and aliases are others' to make. */
export function inferenceModule(
  options: Partial<ReloadOptions & ListsOptions & EnrichmentOptions> = {},
): DynamicModule {
  return {
    module: InferenceModule,
    controllers: [
      SubmittedUrlsController,
      ModelAliasesController,
      ListEntriesController,
      PredictionPortController,
      ServedModelsController,
      EnrichmentsController,
    ],
    providers: [
      ModelSlots,
      UrlClassifier,
      StreamScoring,
      StreamSketches,
      InferenceMetrics,
      ChallengerMetrics,
      Canary,
      CanaryReturns,
      Challenge,
      ModelLoader,
      Reloader,
      ChallengerFollower,
      RegistryPoll,
      UrlLists,
      ListsFollower,
      ListsPoll,
      EnrichmentMetrics,
      UrlEnrichment,
      StreamEnricher,
      StreamSubscription,
      enricherProvider(options.enricher),
      { provide: LISTS_OPTIONS, useValue: { ...DEFAULTS, ...options } },
      {
        provide: ListsCatalog,
        useFactory: (documents: Documents, bus: EventBus) =>
          new ListsCatalog(documents, bus, '/weir/inference'),
        inject: [DOCUMENTS, EVENT_BUS],
      },
      { provide: RELOAD_OPTIONS, useValue: { ...DEFAULTS, ...options } },
      {
        provide: ModelRegistry,
        useFactory: (documents: Documents, bus: EventBus) =>
          new ModelRegistry(documents, bus, '/weir/inference'),
        inject: [DOCUMENTS, EVENT_BUS],
      },
    ],
  };
}
