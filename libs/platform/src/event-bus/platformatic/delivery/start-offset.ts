import { committedOffsets, type LogPlace, logOffset } from '../consumer/group-offsets.js';
import type { CommitPlace, OffsetCommitter } from '../consumer/offset-committer.js';
import type { Cluster } from '../wire/cluster.js';
import type { Coordinator } from '../wire/coordinator.js';
import type { Links } from '../wire/links.js';

/** What the deliveries of a subscription share. */
export interface GroupPosition {
  readonly group: string;
  readonly from: LogPlace;
  readonly cluster: Cluster;
  readonly coordinator: Coordinator;
  readonly links: Links;
  readonly committer: OffsetCommitter;
}

/** Where the group goes on in a partition, or begins; a start at the end is fixed by a commit. */
export async function startOffset(position: GroupPosition, place: CommitPlace): Promise<number> {
  const { group, from, cluster, coordinator, links, committer } = position;
  const { topic, partition } = place;
  const committed = (await committedOffsets(coordinator, links, group, topic, [partition])).get(partition);
  if (committed !== undefined) return committed;
  const offset = await logOffset(cluster, links, topic, partition, from);
  // Looked up again at each start before the first commit, the end would skip what came in between.
  if (from === 'latest') await committer.commit(place, offset);
  return offset;
}
