import { topicMissing } from '../../brokers/kafka-errors.js';
import type { PartitionLag } from '../../event-bus.js';
import { committedOffsets, logOffset } from '../consumer/group-offsets.js';
import type { Cluster } from '../wire/cluster.js';
import { Coordinator } from '../wire/coordinator.js';
import type { Links } from '../wire/links.js';

/** Records each partition holds beyond the group's commit; where there is none, all that it holds. */
export async function groupLag(
  cluster: Cluster,
  links: Links,
  group: string,
  topics: readonly string[],
): Promise<PartitionLag[]> {
  await cluster.refresh(topics);
  const missing = topics.filter((topic) => cluster.topic(topic) === undefined);
  if (missing.length > 0) throw topicMissing(missing);
  const coordinator = new Coordinator(cluster, 'group', group);
  const lags = await Promise.all(topics.map((topic) => topicLag(cluster, links, coordinator, group, topic)));
  return lags.flat().toSorted((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
}

async function topicLag(
  cluster: Cluster,
  links: Links,
  coordinator: Coordinator,
  group: string,
  topic: string,
): Promise<PartitionLag[]> {
  const partitions = [...(cluster.topic(topic)?.leaders.keys() ?? [])];
  const committed = await committedOffsets(coordinator, links, group, topic, partitions);
  return Promise.all(
    partitions.map(async (partition) => {
      const [low, high] = await Promise.all([
        logOffset(cluster, links, topic, partition, 'earliest'),
        logOffset(cluster, links, topic, partition, 'latest'),
      ]);
      const from = Math.max(committed.get(partition) ?? 0, low);
      return { topic, partition, lag: BigInt(Math.max(0, high - from)) };
    }),
  );
}
