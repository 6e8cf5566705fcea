import type { EventBatch, EventRecord } from '@weir/platform';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { firstPositionOf } from '../replay/index.js';
import { type Refusal, readSubmission, refusal, type Submission } from './submission.js';

/** A record that can be classified. */
export interface AcceptedRecord {
  readonly record: EventRecord;
  /** The producer's id, or `topic-partition-offset`, of a replay the first one's: the same record always gets the same. */
  readonly id: string;
  readonly submission: Submission;
  readonly parsed: ParsedUrl;
}

export interface RefusedRecord {
  readonly record: EventRecord;
  readonly refusal: Refusal;
}

export interface BatchReading {
  readonly accepted: readonly AcceptedRecord[];
  readonly refused: readonly RefusedRecord[];
}

/** Sorts a batch into what can be classified and what cannot; order is kept in both. */
export function readBatch(batch: EventBatch): BatchReading {
  const accepted: AcceptedRecord[] = [];
  const refused: RefusedRecord[] = [];
  for (const record of batch.records) {
    const submission = readSubmission(record.value);
    if (submission.kind === 'refusal') {
      refused.push({ record, refusal: submission });
      continue;
    }
    const parsed = parseUrl(submission.url);
    if (isUrlProblem(parsed)) refused.push({ record, refusal: refusal('url', parsed.message) });
    else accepted.push({ record, id: submission.id ?? firstPositionOf(record), submission, parsed });
  }
  return { accepted, refused };
}
