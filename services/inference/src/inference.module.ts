import { type DynamicModule, Module } from '@nestjs/common';
import { DOCUMENTS, type Documents, EVENT_BUS, type EventBus, ModelRegistry } from '@weir/platform';
import { SubmittedUrlsController, UrlClassifier } from './classification/index.js';
import { InferenceMetrics } from './metrics/index.js';
import { ModelSlots } from './model-slot/index.js';
import { PredictionPortController, ServedModelsController } from './prediction-port/index.js';
import {
  ModelAliasesController,
  ModelLoader,
  RELOAD_OPTIONS,
  RegistryPoll,
  Reloader,
  type ReloadOptions,
} from './reload/index.js';

const DEFAULTS: ReloadOptions = { pollIntervalMs: 3_000 };

@Module({})
class InferenceModule {}

/** The inference service. It only reads the registry; versions and aliases are others' to make. */
export function inferenceModule(options: Partial<ReloadOptions> = {}): DynamicModule {
  return {
    module: InferenceModule,
    controllers: [
      SubmittedUrlsController,
      ModelAliasesController,
      PredictionPortController,
      ServedModelsController,
    ],
    providers: [
      ModelSlots,
      UrlClassifier,
      InferenceMetrics,
      ModelLoader,
      Reloader,
      RegistryPoll,
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
