import type { UrlFeedback } from '@weir/contracts';
import type { Correction, EventRecord } from '@weir/platform';
import { isUrlProblem, parseUrl, type UrlProblem } from '@weir/url-features';

/** A correction out of its event, or why it teaches nothing. `now` in milliseconds since the epoch. */
export function readCorrection(
  { id, url, label, by, at }: UrlFeedback,
  record: Pick<EventRecord, 'topic' | 'partition' | 'offset'>,
  now: number,
): Correction | UrlProblem {
  const parsed = parseUrl(url);
  if (isUrlProblem(parsed)) return parsed;
  return {
    id: id === undefined || id === '' ? `${record.topic}-${record.partition}-${record.offset}` : id,
    url,
    canonical: parsed.canonical,
    label,
    by,
    at: instantOf(at, now),
  };
}

/** A clock that runs ahead must not let its correction win over all to come; a bare week or year has no instant. */
function instantOf(at: string, now: number): string {
  const time = Date.parse(at);
  return new Date(Number.isFinite(time) ? Math.min(time, now) : now).toISOString();
}
