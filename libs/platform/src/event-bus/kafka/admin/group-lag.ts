import type { Admin } from 'kafkajs';
import type { PartitionLag } from '../../event-bus.js';

/** Records each partition holds beyond the group's commit; where there is none, all that it holds. */
export async function groupLag(
  admin: Admin,
  group: string,
  topics: readonly string[],
): Promise<PartitionLag[]> {
  const committed = new Map<string, bigint>();
  for (const { topic, partitions } of await admin.fetchOffsets({ groupId: group, topics: [...topics] })) {
    for (const { partition, offset } of partitions) committed.set(`${topic}/${partition}`, BigInt(offset));
  }
  const lags: PartitionLag[] = [];
  for (const topic of topics) {
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      const at = committed.get(`${topic}/${partition}`) ?? -1n;
      const from = at < BigInt(low) ? BigInt(low) : at;
      const lag = BigInt(high) - from;
      lags.push({ topic, partition, lag: lag < 0n ? 0n : lag });
    }
  }
  return lags.toSorted((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
}
