import type { ServiceDefinition } from '@weir/platform';
import { IngestionModule } from './ingestion.module.js';

export { IngestionModule } from './ingestion.module.js';

export const ingestionService: ServiceDefinition = { module: IngestionModule };
