import { Module } from '@nestjs/common';
import type { SchemaRegistry } from '@weir/contracts';
import {
  BACKENDS,
  type Backends,
  CONFIG,
  type Environment,
  LOGGER,
  type Logger,
  SCHEMAS,
} from '@weir/platform';
import { FeedbackController, FeedbackIntake } from './feedback/index.js';
import { Ingestion } from './ingestion/index.js';
import { IngestionController } from './ingestion.controller.js';
import { Sources } from './sources/index.js';

@Module({
  controllers: [IngestionController, FeedbackController],
  providers: [
    {
      provide: FeedbackIntake,
      inject: [BACKENDS],
      useFactory: ({ documents, objects }: Backends) => new FeedbackIntake(documents, objects),
    },
    {
      provide: Ingestion,
      inject: [BACKENDS, CONFIG, SCHEMAS, LOGGER],
      useFactory: (
        { bus, documents, objects }: Backends,
        environment: Environment,
        schemas: SchemaRegistry,
        logger: Logger,
      ) =>
        new Ingestion({
          bus,
          documents,
          objects,
          schemas,
          sources: new Sources(environment, objects),
          logger,
        }),
    },
  ],
})
export class IngestionModule {}
