import { ROWS_MEDIA_TYPE } from '@weir/contracts';
import type { ServiceDefinition } from '@weir/platform';
import type { EnrichmentOptions } from './enrichment/index.js';
import { inferenceModule } from './inference.module.js';
import type { ListsOptions } from './lists/index.js';
import type { ReloadOptions } from './reload/index.js';

/** 64 MiB: a request of the prediction port carries up to a few hundred thousand rows. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** The service with other options than its own: tests and the standalone start look at the registry more often. */
export function defineInferenceService(
  options: Partial<ReloadOptions & ListsOptions & EnrichmentOptions> = {},
): ServiceDefinition {
  return {
    module: inferenceModule(options),
    bodyLimit: BODY_LIMIT,
    configure: async (app) => {
      const server = app.getHttpAdapter().getInstance();
      server.addContentTypeParser(ROWS_MEDIA_TYPE, { parseAs: 'buffer' }, (_request, body, done) =>
        done(null, body),
      );
    },
  };
}

export const inferenceService: ServiceDefinition = defineInferenceService();

export type { EnrichmentOptions } from './enrichment/index.js';
export type { ListsOptions } from './lists/index.js';
export type { ServedModelSummary, ServedModelsResponse } from './prediction-port/index.js';
export type { ReloadOptions } from './reload/index.js';
