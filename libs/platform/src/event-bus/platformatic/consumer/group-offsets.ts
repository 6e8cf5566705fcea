import { FetchIsolationLevels, listOffsetsV7, offsetFetchV8 } from '@platformatic/kafka';
import { BrokerError } from '../protocol-errors.js';
import type { Cluster } from '../wire/cluster.js';
import type { Coordinator } from '../wire/coordinator.js';
import type { Links } from '../wire/links.js';

/** What a group has committed for partitions of a topic; partitions without a commit are left out. */
export async function committedOffsets(
  coordinator: Coordinator,
  links: Links,
  group: string,
  topic: string,
  partitions: readonly number[],
): Promise<Map<number, number>> {
  const asked = [
    { groupId: group, memberEpoch: -1, topics: [{ name: topic, partitionIndexes: [...partitions] }] },
  ];
  // Only what no open transaction may still change.
  const { groups } = await coordinator.call(links, offsetFetchV8.api, asked, true);
  const found = new Map<number, number>();
  for (const { topics } of groups)
    for (const answer of topics)
      for (const { partitionIndex, committedOffset } of answer.partitions)
        if (committedOffset >= 0n) found.set(partitionIndex, Number(committedOffset));
  return found;
}

export type LogPlace = 'earliest' | 'latest';

const TIMESTAMPS = { earliest: -2n, latest: -1n } as const;

/** The offset of the first record of a partition that is left, or the one its next record will get. */
export async function logOffset(
  cluster: Cluster,
  links: Links,
  topic: string,
  partition: number,
  place: LogPlace,
): Promise<number> {
  const leader = cluster.leader(topic, partition);
  if (leader === undefined) {
    await cluster.refresh([topic]);
    throw new BrokerError('LEADER_NOT_AVAILABLE', `${topic}/${partition}`);
  }
  const asked = [
    {
      name: topic,
      partitions: [{ partitionIndex: partition, currentLeaderEpoch: -1, timestamp: TIMESTAMPS[place] }],
    },
  ];
  try {
    const { topics } = await links.call(
      leader,
      listOffsetsV7.api,
      -1,
      FetchIsolationLevels.READ_UNCOMMITTED,
      asked,
    );
    return Number(topics[0]?.partitions[0]?.offset ?? 0n);
  } catch (error) {
    await cluster.refresh([topic]).catch(() => {});
    throw error;
  }
}
