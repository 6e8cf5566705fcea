import type { BatchStamp } from '../../records/record-batch.js';

/** Sequence numbers go round after the largest 32-bit integer, as in Kafka's own producer. */
const SEQUENCES = 2 ** 31;

/** A producer as the brokers know it, with the number of the next record for each partition. */
export class ProducerIdentity {
  readonly #next = new Map<string, number>();

  constructor(
    readonly producerId: bigint,
    readonly producerEpoch: number,
  ) {}

  /** Numbers for so many records of a partition, never given twice. */
  stamp(topic: string, partition: number, records: number): BatchStamp {
    const key = `${topic}/${partition}`;
    const baseSequence = this.#next.get(key) ?? 0;
    this.#next.set(key, (baseSequence + records) % SEQUENCES);
    return { producerId: this.producerId, producerEpoch: this.producerEpoch, baseSequence };
  }

  /** Takes numbers back that no broker has taken: of the last batch of the partition, refused as a whole. */
  takeBack(topic: string, partition: number, { baseSequence }: BatchStamp): void {
    this.#next.set(`${topic}/${partition}`, baseSequence);
  }
}
