import type { OutgoingRecord } from '../../event-bus.js';
import { HeaderEncoder } from '../encoding/header-block.js';
import type { Addresser } from '../producer/addresser.js';
import { OutgoingBatch } from '../producer/outgoing-batch.js';

/** The batches of one partition that are to be sent, in order. */
export interface OutputQueue {
  readonly topic: string;
  readonly partition: number;
  readonly batches: OutgoingBatch[];
}

/** What a handler published and no broker has been given yet. */
export class HeldOutputs {
  readonly #headers = new HeaderEncoder();
  readonly #queues = new Map<string, OutputQueue>();

  constructor(private readonly addresser: Addresser) {}

  /** `records` of known topics. */
  add(records: readonly OutgoingRecord[]): void {
    const partitions = records.map((record) => this.addresser.partitionOf(record));
    const now = Date.now();
    for (const [index, record] of records.entries()) this.#add(record, partitions[index] ?? 0, now);
  }

  /** Everything, which is then no longer held. */
  take(): OutputQueue[] {
    const queues = [...this.#queues.values()];
    this.#queues.clear();
    return queues;
  }

  #add(record: OutgoingRecord, partition: number, now: number): void {
    const { topic, key, value } = record;
    const place = `${topic}/${partition}`;
    const queue = this.#queues.get(place) ?? { topic, partition, batches: [] };
    this.#queues.set(place, queue);
    const headers = this.#headers.encode(record);
    if (queue.batches.at(-1)?.add(undefined, key, value, headers, now) === true) return;
    const batch = OutgoingBatch.open(topic, partition, now, true);
    batch.add(undefined, key, value, headers, now);
    queue.batches.push(batch);
  }
}
