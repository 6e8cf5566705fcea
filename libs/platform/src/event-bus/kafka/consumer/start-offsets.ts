import type { Admin, TopicPartitionOffset } from 'kafkajs';

/** Partitions by topic. */
export type PartitionsByTopic = ReadonlyMap<string, readonly number[]>;

/**
 * Where a group that begins at the latest record begins: the end of each partition it has no commit for. The caller
 * commits these before it reads, so that the start is fixed once. kafkajs would look for the end again after each
 * rebalance or crash before the first commit, and skip what came in between (tulios/kafkajs#238).
 */
export async function uncommittedEnds(
  admin: Admin,
  group: string,
  partitions: PartitionsByTopic,
): Promise<TopicPartitionOffset[]> {
  const ends: TopicPartitionOffset[] = [];
  const committed = await admin.fetchOffsets({ groupId: group, topics: [...partitions.keys()] });
  for (const { topic, partitions: offsets } of committed) {
    const open = offsets
      .filter(({ partition, offset }) => offset === '-1' && partitions.get(topic)?.includes(partition))
      .map(({ partition }) => partition);
    if (open.length === 0) continue;
    for (const { partition, high } of await admin.fetchTopicOffsets(topic))
      if (open.includes(partition)) ends.push({ topic, partition, offset: high });
  }
  return ends;
}
