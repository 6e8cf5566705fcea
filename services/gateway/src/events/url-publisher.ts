import { Inject, Injectable } from '@nestjs/common';
import { TOPICS, type UrlSubmitted } from '@weir/contracts';
import { EVENT_BUS, type EventBus, eventToRecord, type OutgoingRecord, uuid7 } from '@weir/platform';
import type { TraceContext } from '../http/trace-context.js';
import { SOURCE } from '../source.js';

/** A produce request stays under Kafka's 1 MiB however long the URLs are. */
const MAX_PUBLISH_BYTES = 512 * 1_024;
const MAX_PUBLISH_RECORDS = 1_000;

export interface Submission {
  readonly urls: readonly string[];
  /** For a single URL. */
  readonly id?: string | undefined;
  readonly source?: string | undefined;
}

/** Puts URLs on `urls.submitted`, for inference to classify in its own time. */
@Injectable()
export class UrlPublisher {
  constructor(@Inject(EVENT_BUS) private readonly bus: EventBus) {}

  /** The ids, in order, once every record is durably on the topic. Rejects if any is not; some then may be. */
  async publish({ urls, id, source }: Submission, trace: TraceContext): Promise<string[]> {
    const submittedAt = new Date().toISOString();
    const events = urls.map((url): UrlSubmitted & { id: string } => ({
      url,
      id: id ?? uuid7(),
      ...(source === undefined ? {} : { source }),
      submittedAt,
    }));
    for (const records of slices(events.map((event) => recordOf(event, trace))))
      await this.bus.publish(records);
    return events.map((event) => event.id);
  }
}

function recordOf(event: UrlSubmitted & { id: string }, trace: TraceContext): OutgoingRecord {
  return eventToRecord(TOPICS.urlsSubmitted, event.id, event, { id: event.id, source: SOURCE, ...trace });
}

function* slices(records: readonly OutgoingRecord[]): Generator<OutgoingRecord[]> {
  let slice: OutgoingRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const size = Buffer.byteLength(String(record.value));
    if (slice.length === MAX_PUBLISH_RECORDS || (slice.length > 0 && bytes + size > MAX_PUBLISH_BYTES)) {
      yield slice;
      slice = [];
      bytes = 0;
    }
    slice.push(record);
    bytes += size;
  }
  if (slice.length > 0) yield slice;
}
