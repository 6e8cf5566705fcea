import type { OutgoingRecord } from '../../event-bus.js';
import type { AddressedRecord, Addresser } from '../producer/addresser.js';
import { OutgoingBatch } from '../producer/outgoing-batch.js';

/** The batches of one partition that are to be sent, in order. */
export interface OutputQueue {
  readonly topic: string;
  readonly partition: number;
  readonly batches: OutgoingBatch[];
}

/** What a handler published and no broker has been given yet. */
export class HeldOutputs {
  readonly #queues = new Map<string, OutputQueue>();

  constructor(private readonly addresser: Addresser) {}

  /** `records` of known topics. */
  add(records: readonly OutgoingRecord[]): void {
    const addressed = this.addresser.address(records);
    const now = Date.now();
    for (const each of addressed) this.#add(each, now);
  }

  /** Everything, which is then no longer held. */
  take(): OutputQueue[] {
    const queues = [...this.#queues.values()];
    this.#queues.clear();
    return queues;
  }

  #add({ topic, partition, record }: AddressedRecord, now: number): void {
    const place = `${topic}/${partition}`;
    const queue = this.#queues.get(place) ?? { topic, partition, batches: [] };
    this.#queues.set(place, queue);
    if (queue.batches.at(-1)?.add(undefined, record, now) === true) return;
    const batch = OutgoingBatch.open(topic, partition, now, true);
    batch.add(undefined, record, now);
    queue.batches.push(batch);
  }
}
