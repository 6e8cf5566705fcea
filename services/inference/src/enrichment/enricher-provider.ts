import type { FactoryProvider } from '@nestjs/common';
import { Enricher, type EnricherOptions } from '@weir/enrichment';
import { CACHE, type Cache, CONFIG, type Environment } from '@weir/platform';

/** Waiting enrichments for each that may run. */
const WAITING = 4;

export interface EnrichmentOptions {
  /** For tests, which bring a network of their own; no environment variable reaches it. */
  readonly enricher: EnricherOptions;
}

/** Made from the environment, and from what `options` say otherwise. */
export function enricherProvider(options: EnricherOptions = {}): FactoryProvider<Enricher> {
  return {
    provide: Enricher,
    useFactory: (environment: Environment, cache: Cache) =>
      new Enricher(cache, { ...optionsOf(environment), ...options }),
    inject: [CONFIG, CACHE],
  };
}

function optionsOf(environment: Environment): EnricherOptions {
  return {
    ports: environment.enrichPorts,
    rdapBootstrapUrl: environment.enrichRdapUrl,
    limits: {
      totalMs: environment.enrichTimeoutMs,
      maxBytes: environment.enrichMaxBytes,
      maxRedirects: environment.enrichMaxRedirects,
      concurrency: environment.enrichConcurrency,
      maxWaiting: environment.enrichConcurrency * WAITING,
      cacheMs: environment.enrichCacheSeconds * 1_000,
      negativeCacheMs: environment.enrichNegativeCacheSeconds * 1_000,
    },
  };
}
