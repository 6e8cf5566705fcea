import { cloudEventHeaders, TOPICS, type UrlVerdict, VERDICTS } from '@weir/contracts';
import type { EventBus, OutgoingRecord } from '@weir/platform';

/** A verdict as inference gives it; the n-th of a test, on one of 50 sites. */
export function verdictOf(number: number, members: Partial<UrlVerdict> = {}): UrlVerdict {
  return {
    id: `v-${number}`,
    url: `http://login.site-${number % 50}.example/path?n=${number}`,
    verdict: VERDICTS[number % VERDICTS.length] ?? 'safe',
    probability: 0.5,
    model: { name: 'url', version: 3 },
    reasons: [],
    submittedAt: '2026-03-04T05:06:07.000Z',
    classifiedAt: '2026-03-04T05:06:07.120Z',
    ...members,
  };
}

/** A record of `urls.verdicts` as inference writes it. */
export function verdictRecord(verdict: UrlVerdict): OutgoingRecord {
  return {
    topic: TOPICS.urlsVerdicts.name,
    key: new URL(verdict.url).hostname.split('.').slice(-2).join('.'),
    value: JSON.stringify(verdict),
    headers: cloudEventHeaders(TOPICS.urlsVerdicts, { id: verdict.id, source: '/weir/inference' }),
  };
}

/** Publishes the verdicts numbered from `from` to `to` (exclusive), in that order. */
export async function publishVerdicts(bus: EventBus, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  await bus.publish(numbers.map((number) => verdictRecord(verdictOf(number))));
}
