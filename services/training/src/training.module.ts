import { Module } from '@nestjs/common';
import {
  BACKENDS,
  type Backends,
  CONFIG,
  type Environment,
  feedbackSnapshots,
  METRICS,
  type Metrics,
  ModelRegistry,
  SnapshotCatalog,
  SnapshotReader,
} from '@weir/platform';
import { StarterRegistration } from './starter/starter-registration.js';
import { Trainer } from './trainer.js';
import { TrainingController } from './training.controller.js';
import { TrainingStage } from './training-stage.js';

const SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300];

@Module({
  controllers: [TrainingController],
  providers: [
    TrainingStage,
    StarterRegistration,
    {
      provide: SnapshotCatalog,
      inject: [BACKENDS],
      useFactory: (backends: Backends) => new SnapshotCatalog(backends.documents),
    },
    {
      provide: ModelRegistry,
      inject: [BACKENDS],
      useFactory: (backends: Backends) =>
        new ModelRegistry(backends.documents, backends.bus, '/weir/training'),
    },
    { provide: Trainer, inject: [BACKENDS, ModelRegistry, CONFIG, METRICS], useFactory: createTrainer },
  ],
})
export class TrainingModule {}

function createTrainer(
  backends: Backends,
  registry: ModelRegistry,
  environment: Environment,
  metrics: Metrics,
): Trainer {
  const seconds = metrics.histogram({
    name: 'training_seconds',
    help: 'Seconds a candidate took',
    labels: ['algorithm'],
    buckets: SECONDS,
  });
  return new Trainer(
    { ...backends, registry },
    new SnapshotReader(backends.objects),
    feedbackSnapshots(backends.documents),
    environment.trainingWorkers,
    (algorithm, took) => seconds.observe({ algorithm }, took),
  );
}
