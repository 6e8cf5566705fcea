import { cloudEventHeaders, type StreamedEnrichment, TOPICS, type UrlEnriched } from '@weir/contracts';
import { type OutgoingRecord, traceparentFor } from '@weir/platform';
import type { WantedVerdict } from './wanted-verdicts.js';

/**
 * The record of `urls.enrichments`: key and id are the verdict's, so the two can be joined and a repeat is known by its
 * headers alone; a trace goes on where the verdict carried one.
 */
export function encodeEnrichment(
  { record, id, url }: WantedVerdict,
  enrichment: StreamedEnrichment,
  now: Date,
): OutgoingRecord {
  const value: UrlEnriched = { id, url, enrichment, enrichedAt: now.toISOString() };
  const traced = record.headers.traceparent !== undefined;
  return {
    topic: TOPICS.urlsEnrichments.name,
    key: record.key,
    value: JSON.stringify(value),
    headers: cloudEventHeaders(TOPICS.urlsEnrichments, {
      id,
      source: '/weir/inference',
      time: now,
      ...(traced ? { traceparent: traceparentFor(record) } : {}),
    }),
  };
}
