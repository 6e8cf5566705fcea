export { Ingestion, type IngestionParts, type RequestContext } from './ingestion.js';
