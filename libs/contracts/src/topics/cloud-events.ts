import { randomUUID } from 'node:crypto';
import type { TopicSpec } from './topics.js';

/** Record headers as text. */
export type Headers = Readonly<Record<string, string>>;

export interface Provenance {
  /** The event's id; a new UUID where absent. */
  readonly id?: string;
  /** The service that speaks: `/weir/training`. */
  readonly source: string;
  /** W3C Trace Context, handed on where the cause carried one. */
  readonly traceparent?: string;
  readonly time?: Date;
}

/** Headers of a record in CloudEvents 1.0, Kafka protocol binding, binary mode. */
export function cloudEventHeaders(topic: TopicSpec, provenance: Provenance): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: provenance.id ?? randomUUID(),
    ce_type: topic.eventType,
    ce_source: provenance.source,
    ce_time: (provenance.time ?? new Date()).toISOString(),
    'content-type': 'application/json',
    ...(provenance.traceparent === undefined ? {} : { traceparent: provenance.traceparent }),
  };
}
