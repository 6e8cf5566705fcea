import { cloudEventHeaders, type Provenance, type TopicSpec } from '@weir/contracts';
import type { EventBus, OutgoingRecord } from '../event-bus.js';

/** An event as the record that carries it: JSON, with the CloudEvents headers of its topic. */
export function eventToRecord(
  topic: TopicSpec,
  key: string | null,
  value: object,
  provenance: Provenance,
): OutgoingRecord {
  return {
    topic: topic.name,
    key,
    value: JSON.stringify(value),
    headers: cloudEventHeaders(topic, provenance),
  };
}

/** Publishes one event; resolves when it is durably acknowledged. Rejects as `EventBus.publish` does. */
export async function publishEvent(
  bus: Pick<EventBus, 'publish'>,
  topic: TopicSpec,
  key: string | null,
  value: object,
  provenance: Provenance,
): Promise<void> {
  await bus.publish([eventToRecord(topic, key, value, provenance)]);
}
