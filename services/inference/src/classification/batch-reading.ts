import type { EventBatch, EventRecord } from '@weir/platform';
import { isUrlProblem, type ParsedUrl, parseUrl, type UrlProblem } from '@weir/url-features';
import { firstPositionOf } from '../replay/index.js';
import { type Refusal, readSubmission, refusal, type Submission } from './submission.js';

/** Of a parsed URL, what a verdict's key and the lists need. */
export type Site = Pick<ParsedUrl, 'host' | 'isIp' | 'registrableDomain'>;

/** A record that holds a submission; whether of a URL that can be read, its parser says. */
export interface SubmittedRecord {
  readonly record: EventRecord;
  /** The producer's id, or `topic-partition-offset`, of a replay the first one's: the same record always gets the same. */
  readonly id: string;
  readonly submission: Submission;
}

/** A record that can be classified. */
export interface AcceptedRecord extends SubmittedRecord {
  readonly site: Site;
}

export interface RefusedRecord {
  readonly record: EventRecord;
  readonly refusal: Refusal;
}

export interface SubmissionReading {
  readonly submitted: readonly SubmittedRecord[];
  readonly refused: readonly RefusedRecord[];
}

export interface BatchReading {
  readonly accepted: readonly AcceptedRecord[];
  readonly refused: readonly RefusedRecord[];
}

/** Sorts a batch into submissions and what is none; order is kept in both. */
export function readSubmissions(batch: Pick<EventBatch, 'records'>): SubmissionReading {
  const submitted: SubmittedRecord[] = [];
  const refused: RefusedRecord[] = [];
  for (const record of batch.records) {
    const submission = readSubmission(record.value);
    if (submission.kind === 'refusal') refused.push({ record, refusal: submission });
    else submitted.push({ record, id: submission.id ?? firstPositionOf(record), submission });
  }
  return { submitted, refused };
}

/** Sorts submissions by what the parser said of each one's URL; order is kept in both. */
export function acceptRecords(
  { submitted, refused }: SubmissionReading,
  sites: readonly (Site | UrlProblem)[],
): BatchReading {
  const accepted: AcceptedRecord[] = [];
  const unreadable: RefusedRecord[] = [];
  for (const [index, { record, id, submission }] of submitted.entries()) {
    const site = sites[index] as Site | UrlProblem;
    if (isProblem(site)) unreadable.push({ record, refusal: refusal('url', site.message) });
    else accepted.push({ record, id, submission, site });
  }
  return { accepted, refused: unreadable.length === 0 ? refused : byOffset([...refused, ...unreadable]) };
}

/** The whole URL of a record, where its site alone is known. */
export function parsedOf({ site, submission }: AcceptedRecord): ParsedUrl {
  if ('canonical' in site) return site as ParsedUrl;
  const parsed = parseUrl(submission.url);
  if (isUrlProblem(parsed)) throw new TypeError('an accepted record of a URL that cannot be read');
  return parsed;
}

export function isProblem(site: Site | UrlProblem): site is UrlProblem {
  return 'code' in site;
}

function byOffset(refused: readonly RefusedRecord[]): RefusedRecord[] {
  return refused.toSorted((a, b) => (a.record.offset < b.record.offset ? -1 : 1));
}
