import { cloudEventHeaders, type TopicSpec } from '@weir/contracts';
import type { EventBus } from '@weir/platform';

/** The service as events name it. */
export const SOURCE = '/weir/ingestion';

export interface Announcement {
  readonly topic: TopicSpec;
  readonly key: string;
  readonly event: object;
  /** Given where the same event may be published again: it then has the same id. */
  readonly id?: string;
  readonly traceparent?: string;
}

/** Publishes one event; resolves once it is acknowledged. */
export async function announce(bus: EventBus, announcement: Announcement): Promise<void> {
  const { topic, key, event, id, traceparent } = announcement;
  const headers = cloudEventHeaders(topic, {
    source: SOURCE,
    ...(id === undefined ? {} : { id }),
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  await bus.publish([{ topic: topic.name, key, value: JSON.stringify(event), headers }]);
}
