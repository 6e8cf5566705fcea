import { cloudEventHeaders, TOPICS } from '@weir/contracts';
import type { EventBus, OutgoingRecord } from '../event-bus.js';
import type { RejectedRecord } from './decode.js';
import { traceparentFor } from './trace.js';

/** A reason goes into a header, which is no place for a megabyte of quoted input. */
const MAX_REASON_LENGTH = 1_000;

/** Header of a record that was put back: where it was refused at first, as `topic-partition-offset`. */
export const REPLAY_OF = 'replay-of';
/** A topic's name, a partition and an offset are shorter. */
const MAX_POSITION_LENGTH = 300;

export interface DeadLetterOptions {
  /** The service that refuses: `/weir/inference`. Default `/weir`. */
  readonly source?: string;
}

/**
 * Publishes records that cannot be read to `urls.rejected`: key and bytes as they came, and why and from where in the
 * headers. The id says from where too, so that a replay can be recognised; a replay that is refused again still says
 * whence it came at first. Rejects as `EventBus.publish` does.
 */
export async function deadLetter(
  bus: Pick<EventBus, 'publish'>,
  rejected: readonly RejectedRecord[],
  options: DeadLetterOptions = {},
): Promise<void> {
  if (rejected.length === 0) return;
  await bus.publish(rejected.map((refusal) => rejectedToRecord(refusal, options)));
}

function rejectedToRecord({ record, reason }: RejectedRecord, { source }: DeadLetterOptions): OutgoingRecord {
  const { topic, partition, offset, key, value, headers } = record;
  return {
    topic: TOPICS.urlsRejected.name,
    key,
    value,
    headers: {
      ...cloudEventHeaders(TOPICS.urlsRejected, {
        id: `${topic}-${partition}-${offset}`,
        source: source ?? '/weir',
        traceparent: traceparentFor(record),
      }),
      'content-type': headers['content-type'] ?? 'application/octet-stream',
      error: reason.slice(0, MAX_REASON_LENGTH),
      topic,
      partition: String(partition),
      offset: String(offset),
      ...firstPosition(headers[REPLAY_OF]),
    },
  };
}

function firstPosition(position: string | undefined): Record<string, string> {
  const known = position !== undefined && position.length <= MAX_POSITION_LENGTH;
  return known ? { [REPLAY_OF]: position } : {};
}
