import type { OutgoingRecord } from '../../event-bus.js';
import type { Cluster } from '../wire/cluster.js';
import type { Coordinator } from '../wire/coordinator.js';
import type { Links } from '../wire/links.js';
import { committedOffsets, type LogPlace, logOffset } from './group-offsets.js';
import type { LaneDelivery } from './lane-delivery.js';
import type { CommitPlace, OffsetCommitter } from './offset-committer.js';

export interface AtLeastOnceSettings {
  readonly group: string;
  readonly from: LogPlace;
  readonly cluster: Cluster;
  readonly coordinator: Coordinator;
  readonly links: Links;
  readonly committer: OffsetCommitter;
  readonly publish: (records: readonly OutgoingRecord[]) => Promise<void>;
}

/** Offsets are committed after the handler's effects: what was in work at a crash is handled again. */
export class AtLeastOnceDelivery implements LaneDelivery {
  constructor(
    private readonly settings: AtLeastOnceSettings,
    private readonly place: CommitPlace,
  ) {}

  async start(): Promise<number> {
    const { group, from, cluster, coordinator, links, committer } = this.settings;
    const { topic, partition } = this.place;
    const committed = (await committedOffsets(coordinator, links, group, topic, [partition])).get(partition);
    if (committed !== undefined) return committed;
    const position = await logOffset(cluster, links, topic, partition, from);
    // Looked up again at each start before the first commit, the end would skip what came in between.
    if (from === 'latest') await committer.commit(this.place, position);
    return position;
  }

  publish(records: readonly OutgoingRecord[]): Promise<void> {
    return this.settings.publish(records);
  }

  commit(next: number): Promise<boolean> {
    return this.settings.committer.commit(this.place, next);
  }

  async abandon(): Promise<boolean> {
    return true;
  }

  async end(): Promise<void> {}
}
