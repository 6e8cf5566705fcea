import type { EncodedRecord } from '../../records/encoding/record-slab.js';
import { OutgoingBatch } from './outgoing-batch.js';
import type { PublishJob } from './publish-job.js';

/** What waits for one partition, in the order of the calls. One batch of a partition is under way at a time. */
export class PartitionQueue {
  readonly #batches: OutgoingBatch[] = [];
  /** True while its first batch is with the broker. */
  sending = false;

  constructor(
    readonly topic: string,
    readonly partition: number,
  ) {}

  get head(): OutgoingBatch | undefined {
    return this.#batches[0];
  }

  add(job: PublishJob, record: EncodedRecord, now: number): void {
    if (this.#batches.at(-1)?.add(job, record, now) === true) return;
    const batch = OutgoingBatch.open(this.topic, this.partition, now);
    batch.add(job, record, now);
    this.#batches.push(batch);
  }

  removeHead(): void {
    this.#batches.shift();
  }

  replaceHead(batches: readonly OutgoingBatch[]): void {
    this.#batches.splice(0, 1, ...batches);
  }

  /** Takes out what waits since before the time, in milliseconds since the epoch; never what is under way. */
  expired(before: number): OutgoingBatch[] {
    const first = this.sending ? 1 : 0;
    let count = 0;
    while ((this.#batches[first + count]?.since ?? before) < before) count += 1;
    return this.#batches.splice(first, count);
  }
}
