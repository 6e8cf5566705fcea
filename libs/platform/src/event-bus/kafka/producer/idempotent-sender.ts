import type { Producer, RecordMetadata } from 'kafkajs';
import { pause } from '../client/backoff.js';
import { announceProducerReplaced } from '../kafka-channels.js';
import { isRefusal, refused, unavailable } from '../kafka-errors.js';
import { batchedMessages, SequenceNumbers } from './batched-messages.js';
import type { Envelope } from './send-planner.js';

/** kafkajs counts a partition's records up to 2³¹−1 and turns one too early, after which the broker refuses them. */
const MAX_RECORDS_PER_PRODUCER = 1_000_000_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

export interface SenderOptions {
  /** A producer of a client of its own, connected. */
  readonly connect: () => Promise<Producer>;
  readonly timeoutMs: number;
  readonly maxRecordsPerProducer?: number;
}

/**
 * Sends through kafkajs's idempotent producer, one send at a time, and replaces the producer after each send that
 * failed. kafkajs takes a failed send's sequence numbers back although the broker may have them: the next records
 * would carry the same numbers, and the broker would acknowledge them as duplicates and write nothing.
 */
export class IdempotentSender {
  #producer: Promise<Producer> | undefined;
  #sequences = new SequenceNumbers();
  #sent = 0;
  #closed = false;

  constructor(private readonly options: SenderOptions) {}

  /** Resolves when each record is acknowledged by all in-sync replicas. WEIR_BUS_REJECTED or WEIR_BUS_UNAVAILABLE. */
  async send(envelopes: readonly Envelope[]): Promise<void> {
    const deadline = Date.now() + this.options.timeoutMs;
    let waiting = FIRST_WAIT_MS;
    let remaining = envelopes;
    for (;;) {
      try {
        remaining = await this.#attempt(remaining);
        if (remaining.length === 0) return;
        throw new Error('a partition was not in the answer');
      } catch (error) {
        this.#discard(error);
        if (isRefusal(error)) throw refused(topicsOf(envelopes), error);
        if (this.#closed || Date.now() + waiting > deadline) throw unavailable('publishing', error);
      }
      await pause(waiting);
      waiting = Math.min(waiting * 2, LONGEST_WAIT_MS);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.then((open) => open.disconnect()).catch(() => {});
  }

  /** What was not acknowledged: kafkajs leaves out records whose partition moved, or that it does not know yet. */
  async #attempt(envelopes: readonly Envelope[]): Promise<readonly Envelope[]> {
    const producer = await this.#connected(envelopes.length);
    const topicMessages = batchedMessages(envelopes, this.#sequences);
    const answers = await producer.sendBatch({ acks: -1, topicMessages });
    const asked = topicMessages.reduce((sum, { messages }) => sum + messages.length, 0);
    if (answers.length === asked) {
      this.#sequences.advance(envelopes);
      return [];
    }
    const written = new Set(answers.map(placeOf));
    return envelopes.filter(({ place }) => !written.has(`${place.topic}/${place.partition}`));
  }

  #connected(records: number): Promise<Producer> {
    if (this.#closed) throw new Error('the bus is closed');
    const limit = this.options.maxRecordsPerProducer ?? MAX_RECORDS_PER_PRODUCER;
    if (this.#producer !== undefined && this.#sent + records > limit)
      this.#discard('its sequence numbers are used up');
    if (this.#producer === undefined) {
      this.#sent = 0;
      this.#sequences = new SequenceNumbers();
      this.#producer = this.options.connect();
    }
    this.#sent += records;
    return this.#producer;
  }

  #discard(reason: unknown): void {
    const producer = this.#producer;
    if (producer === undefined) return;
    this.#producer = undefined;
    announceProducerReplaced({ reason });
    void producer.then((open) => open.disconnect()).catch(() => {});
  }
}

const placeOf = ({ topicName, partition }: RecordMetadata): string => `${topicName}/${partition}`;

const topicsOf = (envelopes: readonly Envelope[]): string[] => [
  ...new Set(envelopes.map(({ place }) => place.topic)),
];
