import { type DynamicModule, Module } from '@nestjs/common';
import type { SchemaRegistry } from '@weir/contracts';
import type { Backends } from '../backends/index.js';
import type { Environment } from '../configuration/index.js';
import { HealthController } from '../health/health.controller.js';
import { Readiness } from '../health/index.js';
import type { Logger } from '../logging/index.js';
import type { Metrics } from '../metrics/index.js';
import {
  BACKENDS,
  CACHE,
  CONFIG,
  DOCUMENTS,
  EVENT_BUS,
  LOGGER,
  METRICS,
  OBJECTS,
  READINESS,
  SCHEMAS,
  SERVICE_NAME,
} from './tokens.js';

/** What a service is given to stand on. */
export interface Platform {
  readonly service: string;
  readonly environment: Environment;
  readonly backends: Backends;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly schemas: SchemaRegistry;
}

/** Makes the platform injectable everywhere in a service, and adds its health and metrics routes. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's form of a module that is given its providers
export class PlatformModule {
  static forRoot(platform: Platform): DynamicModule {
    const values = new Map<symbol, unknown>([
      [SERVICE_NAME, platform.service],
      [BACKENDS, platform.backends],
      [EVENT_BUS, platform.backends.bus],
      [DOCUMENTS, platform.backends.documents],
      [OBJECTS, platform.backends.objects],
      [CACHE, platform.backends.cache],
      [LOGGER, platform.logger],
      [METRICS, platform.metrics],
      [CONFIG, platform.environment],
      [SCHEMAS, platform.schemas],
      [READINESS, new Readiness()],
    ]);
    const providers = [...values].map(([provide, useValue]) => ({ provide, useValue }));
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController],
      providers,
      exports: [...values.keys()],
    };
  }
}
