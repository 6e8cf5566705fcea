import { WeirError } from '../../../errors/index.js';
import type { OutgoingRecord } from '../../event-bus.js';
import { partitionOfKey } from '../../partitioner/murmur2.js';
import { type EncodedRecord, RecordSlab } from '../../records/encoding/record-slab.js';
import type { PartitionCounts } from './partition-counts.js';
import { type Envelope, envelope, type Place } from './send-planner.js';

/** Encodes records and chooses their partitions, once, so that each keeps its own over all attempts. */
export class Addresser {
  readonly #slab = new RecordSlab();
  readonly #places = new Map<string, Place[]>();
  #nextKeyless = Math.floor(Math.random() * 1_000);

  constructor(private readonly counts: Pick<PartitionCounts, 'of' | 'learn' | 'forget'>) {}

  /** Rejects with WEIR_TOPIC_MISSING, WEIR_BUS_UNAVAILABLE, or WEIR_BUS_REJECTED for a partition that is not there. */
  async address(records: readonly OutgoingRecord[]): Promise<Envelope[]> {
    const topics = new Set(records.map(({ topic }) => topic));
    const unknown = [...topics].filter((topic) => this.counts.of(topic) === undefined);
    if (unknown.length > 0) await this.counts.learn(unknown);
    const partitions = new Map([...topics].map((topic) => [topic, this.counts.of(topic) ?? 1]));
    return records.map((record) => this.#envelope(record, partitions.get(record.topic) ?? 1));
  }

  #envelope(record: OutgoingRecord, partitions: number): Envelope {
    if (record.partition !== undefined && !(record.partition >= 0 && record.partition < partitions)) {
      this.counts.forget([record.topic]);
      throw new WeirError('WEIR_BUS_REJECTED', `${record.topic} has no partition ${record.partition}`);
    }
    const encoded = this.#slab.encode(record);
    const partition = record.partition ?? this.#choose(encoded, partitions);
    return envelope(encoded, this.#place(record.topic, partition));
  }

  #choose({ bytes, keyStart, keyEnd }: EncodedRecord, partitions: number): number {
    if (keyStart < 0) return this.#nextKeyless++ % partitions;
    return partitionOfKey(bytes.subarray(keyStart, keyEnd), partitions);
  }

  #place(topic: string, partition: number): Place {
    let places = this.#places.get(topic);
    if (places === undefined) {
      places = [];
      this.#places.set(topic, places);
    }
    places[partition] ??= { topic, partition };
    return places[partition];
  }
}
