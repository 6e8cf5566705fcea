import type { Provider } from '@nestjs/common';
import {
  BACKENDS,
  type Backends,
  CONFIG,
  DriftCatalog,
  type Environment,
  LOGGER,
  type Logger,
  METRICS,
  type Metrics,
  ModelRegistry,
} from '@weir/platform';
import { SOURCE } from '../source.js';
import { DriftDetector } from './drift-detector.js';
import { DriftLooks } from './drift-looks.js';
import { DriftMetrics } from './drift-metrics.js';
import { DriftReferences } from './drift-references.js';
import { SketchInbox } from './sketch-inbox.js';

/** What the module provides for drift of streams. */
export const streamDriftProviders: Provider[] = [
  DriftLooks,
  {
    provide: SketchInbox,
    inject: [BACKENDS],
    useFactory: ({ documents }: Backends) => new SketchInbox(documents),
  },
  {
    provide: DriftDetector,
    inject: [BACKENDS, SketchInbox, CONFIG, METRICS, LOGGER],
    useFactory: createDetector,
  },
];

function createDetector(
  { documents, objects, bus }: Backends,
  inbox: SketchInbox,
  environment: Environment,
  metrics: Metrics,
  logger: Logger,
): DriftDetector {
  const registry = new ModelRegistry(documents, bus, SOURCE);
  return new DriftDetector({
    inbox,
    references: new DriftReferences(objects, registry, environment.driftReference),
    catalog: new DriftCatalog(documents),
    objects,
    bus,
    metrics: new DriftMetrics(metrics),
    logger,
    firstWindows: environment.driftFirstWindows,
  });
}
