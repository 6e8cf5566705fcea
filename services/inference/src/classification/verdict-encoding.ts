import { cloudEventHeaders, type ScoredUrl, TOPICS, type UrlVerdict } from '@weir/contracts';
import { type EventRecord, type OutgoingRecord, traceparentFor } from '@weir/platform';
import { registrableDomain } from '@weir/url-features';
import type { ServedModel } from '../model-slot/index.js';
import type { AcceptedRecord } from './batch-reading.js';

/** CloudEvents source of what inference publishes. */
export const INFERENCE_SOURCE = '/weir/inference';

/**
 * The records of `urls.verdicts` for a batch, in order. `ce_id` is the verdict's id, so a replay is known by its
 * headers alone; a trace goes on where the submission carried one.
 */
export function encodeVerdicts(
  model: Pick<ServedModel, 'name' | 'version'>,
  accepted: readonly AcceptedRecord[],
  scored: readonly ScoredUrl[],
  now: Date,
): OutgoingRecord[] {
  const reference = { name: model.name, version: model.version };
  const classifiedAt = now.toISOString();
  const batchHeaders = cloudEventHeaders(TOPICS.urlsVerdicts, {
    id: '',
    source: INFERENCE_SOURCE,
    time: now,
  });
  return accepted.map(({ record, id, submission, parsed }, index) => {
    const { verdict, probability, reasons, list } = scored[index] as ScoredUrl;
    const value: UrlVerdict = {
      id,
      url: submission.url,
      verdict,
      probability,
      model: reference,
      reasons: reasons as string[],
      ...(list === undefined ? {} : { list }),
      ...(submission.submittedAt === undefined ? {} : { submittedAt: submission.submittedAt }),
      classifiedAt,
    };
    return {
      topic: TOPICS.urlsVerdicts.name,
      key: registrableDomain(parsed),
      value: JSON.stringify(value),
      headers: { ...batchHeaders, ce_id: id, ...traceOf(record) },
    };
  });
}

/** The submission's trace under a new span; none is started for the many records that carry none. */
function traceOf(record: EventRecord): { traceparent?: string } {
  return record.headers.traceparent === undefined ? {} : { traceparent: traceparentFor(record) };
}
