export { type EnrichmentOptions, enricherProvider } from './enricher-provider.js';
export { EnrichmentMetrics } from './enrichment-metrics.js';
export { EnrichmentsController } from './enrichments.controller.js';
export { StreamEnricher, StreamSubscription } from './stream/index.js';
export { UrlEnrichment } from './url-enrichment.js';
