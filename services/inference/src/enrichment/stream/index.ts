export { StreamEnricher } from './stream-enricher.js';
export { ENRICHMENT_GROUP, StreamSubscription } from './stream-subscription.js';
