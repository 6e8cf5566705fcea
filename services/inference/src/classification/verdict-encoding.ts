import { cloudEventHeaders, type ScoredUrl, TOPICS } from '@weir/contracts';
import { type OutgoingRecord, traceparentFor } from '@weir/platform';
import type { ServedModel } from '../model-slot/index.js';
import type { AcceptedRecord } from './batch-reading.js';

/** CloudEvents source of what inference publishes. */
export const INFERENCE_SOURCE = '/weir/inference';

/**
 * The records of `urls.verdicts` for a batch, in order. `ce_id` is the verdict's id, so a replay is known by its
 * headers alone; a trace goes on where the submission carried one. The JSON of a `UrlVerdict` is put together by hand:
 * what a batch has in common is written once.
 */
export function encodeVerdicts(
  model: Pick<ServedModel, 'name' | 'version'>,
  accepted: readonly AcceptedRecord[],
  scored: readonly ScoredUrl[],
  now: Date,
): OutgoingRecord[] {
  const common = {
    model: JSON.stringify({ name: model.name, version: model.version }),
    classifiedAt: JSON.stringify(now.toISOString()),
  };
  const { ce_id: _, ...sharedHeaders } = cloudEventHeaders(TOPICS.urlsVerdicts, {
    id: '',
    source: INFERENCE_SOURCE,
    time: now,
  });
  return accepted.map((each, index) => ({
    topic: TOPICS.urlsVerdicts.name,
    key: each.site.registrableDomain,
    value: jsonOf(each, scored[index] as ScoredUrl, common),
    headers: ownHeaders(each),
    sharedHeaders,
  }));
}

/** What the verdicts of a batch have in common, as JSON. */
interface CommonMembers {
  readonly model: string;
  readonly classifiedAt: string;
}

function jsonOf(
  { id, submission: { url, submittedAt } }: AcceptedRecord,
  { verdict, probability, reasons, list }: ScoredUrl,
  { model, classifiedAt }: CommonMembers,
): string {
  const told = reasons.length === 0 ? '[]' : JSON.stringify(reasons);
  const listed = list === undefined ? '' : `,"list":${JSON.stringify(list)}`;
  const submitted = submittedAt === undefined ? '' : `,"submittedAt":${JSON.stringify(submittedAt)}`;
  return `{"id":${JSON.stringify(id)},"url":${JSON.stringify(url)},"verdict":"${verdict}","probability":${probability},"model":${model},"reasons":${told}${listed}${submitted},"classifiedAt":${classifiedAt}}`;
}

/** The submission's trace under a new span; none is started for the many records that carry none. */
function ownHeaders({ id, record }: AcceptedRecord): Record<string, string> {
  return record.headers.traceparent === undefined
    ? { ce_id: id }
    : { ce_id: id, traceparent: traceparentFor(record) };
}
