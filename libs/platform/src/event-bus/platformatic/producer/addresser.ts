import { WeirError } from '../../../errors/index.js';
import type { OutgoingRecord } from '../../event-bus.js';
import { partitionOfKey } from '../../partitioner/murmur2.js';
import type { Cluster } from '../wire/cluster.js';
import type { TopicDirectory } from './topic-directory.js';

/** Chooses the partitions of records, by the same hash as Kafka's own clients. */
export class Addresser {
  #nextKeyless = Math.floor(Math.random() * 1_000);

  constructor(
    private readonly topics: TopicDirectory,
    private readonly cluster: Cluster,
  ) {}

  /** Asks for topics that are not known yet. WEIR_TOPIC_MISSING, WEIR_BUS_UNAVAILABLE. */
  async prepare(records: readonly OutgoingRecord[]): Promise<void> {
    const unknown = new Set<string>();
    let last: string | undefined;
    for (const { topic } of records) {
      if (topic !== last && this.topics.view(topic) === undefined) unknown.add(topic);
      last = topic;
    }
    if (unknown.size > 0) await this.topics.learn([...unknown]);
  }

  /** The partition of a record of a known topic. WEIR_BUS_REJECTED where the one it names does not exist. */
  partitionOf({ topic, key, partition }: OutgoingRecord): number {
    const partitions = this.cluster.topic(topic)?.leaders.length ?? 1;
    if (partition !== undefined) {
      if (partition >= 0 && partition < partitions) return partition;
      this.cluster.forget(topic);
      throw new WeirError('WEIR_BUS_REJECTED', `${topic} has no partition ${partition}`);
    }
    if (key === null) return this.#nextKeyless++ % partitions;
    return partitionOfKey(typeof key === 'string' ? Buffer.from(key) : key, partitions);
  }
}
