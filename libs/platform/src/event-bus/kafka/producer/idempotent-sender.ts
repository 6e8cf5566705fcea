import type { Producer, RecordMetadata, TopicMessages } from 'kafkajs';
import { endsWithin, pause } from '../../backoff/backoff.js';
import { announceProducerReplaced } from '../../brokers/kafka-channels.js';
import { refused, unavailable } from '../../brokers/kafka-errors.js';
import { isRefusal } from '../kafka-errors.js';
import { type BatchBounds, notWritten } from './batch-bounds.js';
import { batchedMessages, SequenceNumbers } from './batched-messages.js';
import { cutIntoSends, type Envelope } from './send-planner.js';

/** kafkajs counts a partition's records up to 2³¹−1 and turns one too early, after which the broker refuses them. */
const MAX_RECORDS_PER_PRODUCER = 1_000_000_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;
const DEFAULT_LEAST_MS = 2_000;

export interface SenderOptions {
  /** A producer of a client of its own, connected. */
  readonly connect: () => Promise<Producer>;
  readonly bounds: BatchBounds;
  readonly maxRecordsPerProducer?: number;
  /** Milliseconds that a send gets however late it is: others may have held it up. Default 2,000. */
  readonly leastMs?: number;
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

  /**
   * Resolves when each record is acknowledged by all in-sync replicas; what is refused as a batch goes in smaller ones.
   * WEIR_BUS_REJECTED or, after `deadline` (milliseconds since the epoch), WEIR_BUS_UNAVAILABLE. Where some were refused
   * `written` gets those that were not.
   */
  async send(
    envelopes: readonly Envelope[],
    deadline: number,
    written: Set<Envelope> = new Set(),
  ): Promise<void> {
    const latest = Math.max(deadline, Date.now() + (this.options.leastMs ?? DEFAULT_LEAST_MS));
    let waiting = FIRST_WAIT_MS;
    const parts: (readonly Envelope[])[] = [envelopes];
    for (let [part] = parts; part !== undefined; [part] = parts) {
      try {
        const left = await this.#within(latest, part);
        if (left.length === 0) {
          parts.shift();
          if (parts.length > 0) addAll(written, part);
          continue;
        }
        parts[0] = left;
        throw new Error('a partition was not in the answer');
      } catch (error) {
        this.#discard(error);
        if (isRefusal(error)) {
          const left = notWritten(part, error);
          addAll(written, part, left);
          if (!this.options.bounds.lower(part, error)) throw refused(topicsOf(part), error);
          const rest = parts.splice(0).slice(1).flat();
          parts.push(...cutIntoSends([...left, ...rest], this.options.bounds));
          continue;
        }
        if (this.#closed || Date.now() + waiting > latest) throw unavailable('publishing', error);
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

  async #within(latest: number, envelopes: readonly Envelope[]): Promise<readonly Envelope[]> {
    const giveUp = new AbortController();
    const attempt = this.#attempt(envelopes, giveUp.signal);
    if (await endsWithin(Math.max(0, latest - Date.now()), attempt)) return attempt;
    giveUp.abort();
    throw new Error('not acknowledged in time');
  }

  /** What was not acknowledged: kafkajs leaves out records whose partition moved, or that it does not know yet. */
  async #attempt(envelopes: readonly Envelope[], givenUp: AbortSignal): Promise<readonly Envelope[]> {
    const producer = await this.#connected(envelopes.length);
    if (givenUp.aborted) return envelopes;
    const sequences = this.#sequences;
    const topicMessages = batchedMessages(envelopes, sequences, givenUp);
    const answers = await sentBy(producer, topicMessages, givenUp);
    const asked = topicMessages.reduce((sum, { messages }) => sum + messages.length, 0);
    if (answers.length === asked) {
      sequences.advance(envelopes);
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

/** kafkajs connects again for an attempt of its own, also after a disconnect: whoever gave up disconnects once more. */
async function sentBy(
  producer: Producer,
  topicMessages: TopicMessages[],
  givenUp: AbortSignal,
): Promise<RecordMetadata[]> {
  try {
    return await producer.sendBatch({ acks: -1, topicMessages });
  } finally {
    if (givenUp.aborted) void producer.disconnect().catch(() => {});
  }
}

function addAll(target: Set<Envelope>, all: readonly Envelope[], without: readonly Envelope[] = []): void {
  for (const each of all) target.add(each);
  for (const each of without) target.delete(each);
}

const placeOf = ({ topicName, partition }: RecordMetadata): string => `${topicName}/${partition}`;

const topicsOf = (envelopes: readonly Envelope[]): string[] => [
  ...new Set(envelopes.map(({ place }) => place.topic)),
];
