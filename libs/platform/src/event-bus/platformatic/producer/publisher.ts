import { unavailable } from '../../brokers/kafka-errors.js';
import type { OutgoingRecord } from '../../event-bus.js';
import type { Addresser } from './addresser.js';
import { PublishJob } from './publish-job.js';
import type { RecordSender } from './record-sender.js';

/**
 * Writes records into the batches of their partitions, in the order of the calls. What comes while a request is under
 * way gathers in the next batch: many small publishes cost few requests.
 */
export class Publisher {
  #closed = false;

  constructor(
    private readonly addresser: Addresser,
    private readonly sender: RecordSender,
  ) {}

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.addresser.prepare(records);
    if (this.#closed) throw unavailable('publishing', new Error('the bus is closed'));
    const job = new PublishJob(records.length);
    for (const { topic, partition, record } of this.addresser.address(records))
      this.sender.queue(topic, partition).add(job, record, job.since);
    this.sender.wake();
    await job.settled;
  }

  /** Takes no more. */
  close(): void {
    this.#closed = true;
  }
}
