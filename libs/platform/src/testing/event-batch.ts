import type { TopicSpec } from '@weir/contracts';
import type { EventBatch, EventBus } from '../event-bus/index.js';

/** Values as the batch that a bus hands to a handler: objects as JSON, text as it is. What it publishes goes to `bus`. */
export function batchOf(
  topic: TopicSpec,
  values: readonly (object | string)[],
  signal: AbortSignal = new AbortController().signal,
  bus: Pick<EventBus, 'publish'> = { publish: async () => undefined },
): EventBatch {
  const records = values.map((value, index) => ({
    topic: topic.name,
    partition: 0,
    offset: BigInt(index),
    key: null,
    value: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    headers: {},
    timestamp: 0,
  }));
  const highWatermark = BigInt(records.length);
  return {
    topic: topic.name,
    partition: 0,
    records,
    highWatermark,
    signal,
    publish: (outgoing) => bus.publish(outgoing),
    heartbeat: async () => undefined,
  };
}
