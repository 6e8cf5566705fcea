import { BatchBuilder } from '../../records/encoding/batch-builder.js';
import type { EncodedRecord } from '../../records/encoding/record-slab.js';
import { splitBatch } from '../../records/encoding/split-batch.js';
import { BATCH, stampBatch } from '../../records/record-batch.js';
import type { ProducerIdentity } from './producer-identity.js';
import type { PublishJob } from './publish-job.js';

/** A broker's bound is 1 MiB by default. */
export const MAX_BATCH_BYTES = 900 * 1024;

/** So many records in a row belong to one call of `publish`. */
interface Share {
  /** None where whoever sends waits for the batches themselves. */
  readonly job: PublishJob | undefined;
  records: number;
}

/** Records of a partition that go to the broker as one batch; first written, then closed, then sent until it is settled. */
export class OutgoingBatch {
  #builder: BatchBuilder | undefined;
  #closed: Buffer | undefined;
  #identity: ProducerIdentity | undefined;
  /** Attempts that failed. */
  attempts = 0;
  /** Milliseconds since the epoch before which it is not sent again. */
  notBefore = 0;

  private constructor(
    readonly topic: string,
    readonly partition: number,
    private readonly shares: Share[],
    content: BatchBuilder | Buffer,
  ) {
    if (content instanceof BatchBuilder) this.#builder = content;
    else this.#closed = content;
  }

  static open(topic: string, partition: number, now: number, transactional = false): OutgoingBatch {
    return new OutgoingBatch(topic, partition, [], new BatchBuilder({ baseTimestamp: now, transactional }));
  }

  /** False where the record does not fit, or the batch is on its way already. */
  add(job: PublishJob | undefined, record: EncodedRecord, now: number): boolean {
    if (this.#builder?.add(record, now, MAX_BATCH_BYTES) !== true) return false;
    const last = this.shares.at(-1);
    if (last !== undefined && last.job === job) last.records += 1;
    else this.shares.push({ job, records: 1 });
    return true;
  }

  get records(): number {
    return this.#closed === undefined ? (this.#builder?.count ?? 0) : this.#closed.readInt32BE(BATCH.count);
  }

  get bytes(): number {
    return this.#closed?.length ?? this.#builder?.bytes ?? 0;
  }

  get identity(): ProducerIdentity | undefined {
    return this.#identity;
  }

  /** When the first of its jobs began. */
  get since(): number {
    return this.shares[0]?.job?.since ?? 0;
  }

  /**
   * The bytes to send. A batch keeps the numbers it was first sent with, so that a broker that has it already writes it
   * no second time.
   */
  data(identity: ProducerIdentity): Buffer {
    this.#closed ??= this.#close();
    if (this.#identity === undefined) {
      stampBatch(this.#closed, identity.stamp(this.topic, this.partition, this.records));
      this.#identity = identity;
    }
    return this.#closed;
  }

  /** The broker knows its producer no more, or refused it unwritten: the next attempt gets new numbers. */
  unstamp(): void {
    const batch = this.#closed;
    if (batch !== undefined && this.#identity !== undefined)
      this.#identity.takeBack(this.topic, this.partition, {
        producerId: this.#identity.producerId,
        producerEpoch: this.#identity.producerEpoch,
        baseSequence: batch.readInt32BE(BATCH.baseSequence),
      });
    this.#identity = undefined;
  }

  acknowledge(): void {
    for (const { job, records } of this.shares) job?.acknowledge(records);
  }

  fail(reason: unknown): void {
    for (const { job } of this.shares) job?.fail(reason);
  }

  /** Two halves, between jobs where it has several: a record that is refused must not take others with it. */
  halves(): [OutgoingBatch, OutgoingBatch] {
    this.#closed ??= this.#close();
    const count = this.#middle();
    const [first, second] = splitBatch(this.#closed, count);
    const [head, tail] = divide(this.shares, count);
    return [
      new OutgoingBatch(this.topic, this.partition, head, first),
      new OutgoingBatch(this.topic, this.partition, tail, second),
    ];
  }

  #middle(): number {
    const half = Math.ceil(this.records / 2);
    let before = 0;
    for (const { records } of this.shares) {
      if (before > 0 && before + records > half) return before;
      before += records;
      if (before >= half && before < this.records) return this.shares.length > 1 ? before : half;
    }
    return half;
  }

  #close(): Buffer {
    const builder = this.#builder;
    if (builder === undefined) throw new Error('a batch without content');
    this.#builder = undefined;
    return builder.finish();
  }
}

function divide(shares: readonly Share[], count: number): [Share[], Share[]] {
  const [head, tail]: [Share[], Share[]] = [[], []];
  let left = count;
  for (const { job, records } of shares) {
    const mine = Math.min(left, records);
    if (mine > 0) head.push({ job, records: mine });
    if (records > mine) tail.push({ job, records: records - mine });
    left -= mine;
  }
  return [head, tail];
}
