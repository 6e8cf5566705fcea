import type { TopicSpec } from '@weir/contracts';
import type { EventBatch } from '../event-bus/index.js';

/** Values as the batch that a bus hands to a handler: objects as JSON, text as it is. */
export function batchOf(
  topic: TopicSpec,
  values: readonly (object | string)[],
  signal: AbortSignal = new AbortController().signal,
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
    heartbeat: async () => undefined,
  };
}
