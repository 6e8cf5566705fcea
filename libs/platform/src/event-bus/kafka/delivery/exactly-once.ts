import type { Producer, Transaction } from 'kafkajs';
import { WeirError } from '../../../errors/index.js';
import { endsWithin, pause } from '../../backoff/backoff.js';
import { refused, unavailable } from '../../brokers/kafka-errors.js';
import { errorTypes, isRefusal } from '../kafka-errors.js';
import type { Addresser } from '../producer/addresser.js';
import type { BatchBounds } from '../producer/batch-bounds.js';
import { batchedMessages, SequenceNumbers } from '../producer/batched-messages.js';
import { cutIntoSends, type Envelope, type Place } from '../producer/send-planner.js';
import type { LaneDelivery, Publish } from './lane-delivery.js';

/** The coordinator ends a transaction after it has acknowledged its end: the next one waits a few milliseconds. */
const STILL_ENDING = 'CONCURRENT_TRANSACTIONS';
const ENDING_WAIT_MS = 5;
const ENDING_PATIENCE_MS = 10_000;

export interface ExactlyOnceOptions {
  readonly group: string;
  readonly addresser: Pick<Addresser, 'address'>;
  /** Shared with what is published at least once: lowered by what a topic refuses. */
  readonly bounds: BatchBounds;
  /** Milliseconds that a commit may take. */
  readonly timeoutMs: number;
  /** A transactional producer of a client of its own, connected, not initialised. */
  readonly connect: (transactionalId: string) => Promise<Producer>;
  /** The group's committed offset of a partition; undefined where it has none. */
  readonly committed: (place: Place) => Promise<bigint | undefined>;
}

interface OpenProducer {
  readonly producer: Producer;
  readonly sequences: SequenceNumbers;
  /** The one to come; begun with the initialisation, or as soon as the one before is committed. */
  transaction: Transaction;
}

/**
 * A transaction for each batch: its output and its offset. The transactional id is the partition's, so whoever gains
 * the partition fences off who had it, and ends what that one left open; only then is the offset looked up. After any
 * failure the outcome of a transaction is unknown, and the same is done again.
 */
export class ExactlyOnce implements LaneDelivery {
  #open: Promise<OpenProducer> | undefined;
  #held: Envelope[] = [];
  /** Counts batches, so that one that is over publishes nothing with the next. */
  #batch = 0;
  #closed = false;

  constructor(
    private readonly place: Place,
    private readonly options: ExactlyOnceOptions,
  ) {}

  async begin(): Promise<bigint | undefined> {
    if (this.#open !== undefined || this.#closed) return undefined;
    this.#open = this.#initialise();
    try {
      await this.#open;
      return await this.options.committed(this.place);
    } catch (error) {
      this.#discard();
      throw unavailable('beginning a transaction', error);
    }
  }

  /** Holds the records back until the batch is committed; rejects with WEIR_BUS_REJECTED once it is over. */
  publisher(): Publish {
    const batch = this.#batch;
    return async (records) => {
      this.#assertCurrent(batch);
      const envelopes = await this.options.addresser.address(records);
      this.#assertCurrent(batch);
      for (const each of envelopes) this.#held.push(each);
    };
  }

  async commit(offset: bigint, _asMember: unknown, lost: AbortSignal): Promise<boolean> {
    const held = this.#held;
    this.abandon();
    const open = await this.#open;
    if (open === undefined || lost.aborted) return false;
    const giveUp = new AbortController();
    const work = this.#complete(open, held, offset, giveUp.signal);
    try {
      if (!(await endsWithin(this.options.timeoutMs, work))) throw new Error('not committed in time');
      await work;
      return true;
    } catch (error) {
      giveUp.abort();
      this.#discard();
      const topics = [...new Set(held.map(({ place }) => place.topic))];
      throw isRefusal(error) ? refused(topics, error) : unavailable('a transaction', error);
    }
  }

  abandon(): void {
    this.#held = [];
    this.#batch += 1;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#discard();
  }

  #assertCurrent(batch: number): void {
    if (batch !== this.#batch)
      throw new WeirError('WEIR_BUS_REJECTED', 'The batch is over: nothing more is published with it');
  }

  async #initialise(): Promise<OpenProducer> {
    const { group, connect } = this.options;
    const { topic, partition } = this.place;
    const producer = await connect(`weir-${group}-${topic}-${partition}`);
    try {
      // kafkajs asks for the producer's id, which fences, with the first transaction.
      return { producer, sequences: new SequenceNumbers(), transaction: await producer.transaction() };
    } catch (error) {
      void producer.disconnect().catch(() => {});
      throw error;
    }
  }

  async #send(
    { transaction, sequences }: OpenProducer,
    envelopes: readonly Envelope[],
    givenUp: AbortSignal,
  ): Promise<void> {
    const topicMessages = batchedMessages(envelopes, sequences, givenUp);
    const asked = topicMessages.reduce((sum, { messages }) => sum + messages.length, 0);
    const answers = await onceEnded(() => transaction.sendBatch({ acks: -1, topicMessages })).catch(
      (error) => {
        if (this.options.bounds.lower(envelopes, error))
          throw new Error(`${(error as Error).message}: it goes in smaller batches next`);
        throw error;
      },
    );
    if (answers.length !== asked) throw new Error('a partition was not in the answer');
    sequences.advance(envelopes);
  }

  async #complete(
    open: OpenProducer,
    held: readonly Envelope[],
    offset: bigint,
    givenUp: AbortSignal,
  ): Promise<void> {
    const { group, bounds } = this.options;
    const { topic, partition } = this.place;
    for (const send of cutIntoSends(held, bounds)) await this.#send(open, send, givenUp);
    const partitions = [{ partition, offset: String(offset) }];
    await open.transaction.sendOffsets({ consumerGroupId: group, topics: [{ topic, partitions }] });
    await open.transaction.commit();
    open.transaction = await open.producer.transaction();
  }

  #discard(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    this.abandon();
    return open === undefined
      ? Promise.resolve()
      : open.then(({ producer }) => producer.disconnect()).catch(() => {});
  }
}

/** Nothing of such a send was written: it may be sent again as it is. */
async function onceEnded<T>(send: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + ENDING_PATIENCE_MS; ; ) {
    try {
      return await send();
    } catch (error) {
      if (!errorTypes(error).includes(STILL_ENDING) || Date.now() > deadline) throw error;
      await pause(ENDING_WAIT_MS);
    }
  }
}
