import { WeirError } from '../../../errors/index.js';
import type { OutgoingRecord } from '../../event-bus.js';
import { unavailable } from '../../kafka/kafka-errors.js';
import { partitionOfKey } from '../../partitioner/murmur2.js';
import { HeaderEncoder } from '../encoding/header-block.js';
import type { Cluster } from '../wire/cluster.js';
import type { PartitionQueue } from './partition-queue.js';
import { PublishJob } from './publish-job.js';
import type { RecordSender } from './record-sender.js';
import type { TopicDirectory } from './topic-directory.js';

/**
 * Writes records into the batches of their partitions, in the order of the calls. What comes while a request is under
 * way gathers in the next batch: many small publishes cost few requests.
 */
export class Publisher {
  readonly #headers = new HeaderEncoder();
  #nextKeyless = Math.floor(Math.random() * 1_000);
  #closed = false;

  constructor(
    private readonly topics: TopicDirectory,
    private readonly cluster: Cluster,
    private readonly sender: RecordSender,
  ) {}

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    if (records.length === 0) return;
    const unknown = this.#unknown(records);
    if (unknown.length > 0) await this.topics.learn(unknown);
    if (this.#closed) throw unavailable('publishing', new Error('the bus is closed'));
    const queues = records.map((record) => this.#queue(record));
    const job = new PublishJob(records.length);
    let index = 0;
    for (const record of records)
      queues[index++]?.add(job, record.key, record.value, this.#headers.encode(record), job.since);
    this.sender.wake();
    await job.settled;
  }

  /** Takes no more. */
  close(): void {
    this.#closed = true;
  }

  #unknown(records: readonly OutgoingRecord[]): string[] {
    const unknown = new Set<string>();
    let last: string | undefined;
    for (const { topic } of records) {
      if (topic !== last && this.topics.view(topic) === undefined) unknown.add(topic);
      last = topic;
    }
    return [...unknown];
  }

  #queue(record: OutgoingRecord): PartitionQueue {
    const { topic, key, partition } = record;
    const partitions = this.cluster.topic(topic)?.leaders.length ?? 1;
    if (partition !== undefined) {
      if (partition >= 0 && partition < partitions) return this.sender.queue(topic, partition);
      this.cluster.forget(topic);
      throw new WeirError('WEIR_BUS_REJECTED', `${topic} has no partition ${partition}`);
    }
    if (key === null) return this.sender.queue(topic, this.#nextKeyless++ % partitions);
    return this.sender.queue(
      topic,
      partitionOfKey(typeof key === 'string' ? Buffer.from(key) : key, partitions),
    );
  }
}
