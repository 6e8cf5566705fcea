import { SchemaRegistry, TOPICS } from '@weir/contracts';
import {
  createLogger,
  type Documents,
  feedbackSnapshots,
  ModelRegistry,
  type Objects,
  SnapshotCatalog,
  SnapshotReader,
  uuid7,
} from '@weir/platform';
import type { TemporaryBackends } from '@weir/platform/testing';
import { Trainer } from '../trainer.js';
import { TrainingController } from '../training.controller.js';
import { TrainingStage } from '../training-stage.js';

export interface TrainingStandIns {
  readonly objects?: Objects;
  readonly documents?: Documents;
  readonly registry?: ModelRegistry;
}

export function registryOf({ documents, bus }: TemporaryBackends): ModelRegistry {
  return new ModelRegistry(documents, bus, '/weir/training');
}

/** The service's handlers over real embedded backends, searching in this thread alone. */
export function trainingOver(
  backends: TemporaryBackends,
  standIns: TrainingStandIns = {},
): TrainingController {
  const { objects = backends.objects, documents = backends.documents } = standIns;
  const registry = standIns.registry ?? registryOf(backends);
  const trainer = new Trainer(
    { objects, bus: backends.bus, registry },
    new SnapshotReader(objects),
    feedbackSnapshots(documents),
    0,
    () => undefined,
  );
  const stage = new TrainingStage(
    backends.bus,
    createLogger({ service: 'training', level: 'silent' }),
    new SchemaRegistry(),
    new SnapshotCatalog(documents),
    trainer,
  );
  return new TrainingController(backends.bus, stage);
}

/** The smallest search that is one: a grid of trees, two folds. */
export const SMALL_SEARCH = { algorithms: ['decision-tree'], folds: 2 };

/** `datasets.reports` for a snapshot, asking for a small search. */
export function reportEvent(
  snapshotId: string,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  const runId = uuid7();
  return {
    runId,
    reportId: uuid7(),
    snapshotId,
    schema: 'uci-30',
    status: 'passed',
    reportKey: `reports/${runId}/report.json`,
    run: { until: 'training', search: SMALL_SEARCH },
    createdAt: new Date().toISOString(),
    ...changes,
  };
}

/** Values that a run has published on a topic. */
export function publishedBy(
  { bus }: TemporaryBackends,
  topic: keyof typeof TOPICS,
  runId: unknown,
): Record<string, unknown>[] {
  return bus.valuesOf(TOPICS[topic]).filter((each) => each.runId === runId);
}
