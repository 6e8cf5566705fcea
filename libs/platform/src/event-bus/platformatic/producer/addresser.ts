import { WeirError } from '../../../errors/index.js';
import type { OutgoingRecord } from '../../event-bus.js';
import { partitionOfKey } from '../../partitioner/murmur2.js';
import { type EncodedRecord, RecordSlab } from '../../records/encoding/record-slab.js';
import type { Cluster } from '../wire/cluster.js';
import type { TopicDirectory } from './topic-directory.js';

/** A record as it goes into a batch, and its partition. */
export interface AddressedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly record: EncodedRecord;
}

/** Encodes records, and chooses their partitions by the same hash as Kafka's own clients. */
export class Addresser {
  readonly #slab = new RecordSlab();
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

  /** Of records of known topics. WEIR_BUS_REJECTED where the partition that one names does not exist. */
  address(records: readonly OutgoingRecord[]): AddressedRecord[] {
    return records.map((outgoing) => {
      const record = this.#slab.encode(outgoing);
      return { topic: outgoing.topic, partition: this.#partitionOf(outgoing, record), record };
    });
  }

  #partitionOf({ topic, partition }: OutgoingRecord, { bytes, keyStart, keyEnd }: EncodedRecord): number {
    const partitions = this.cluster.topic(topic)?.leaders.length ?? 1;
    if (partition !== undefined) {
      if (partition >= 0 && partition < partitions) return partition;
      this.cluster.forget(topic);
      throw new WeirError('WEIR_BUS_REJECTED', `${topic} has no partition ${partition}`);
    }
    if (keyStart < 0) return this.#nextKeyless++ % partitions;
    return partitionOfKey(bytes.subarray(keyStart, keyEnd), partitions);
  }
}
