import { setTimeout as pause } from 'node:timers/promises';
import { TOPICS } from '@weir/contracts';
import {
  type ICustomPartitioner,
  Kafka,
  type KafkaConfig,
  logLevel,
  type Message,
  Partitioners,
  type Producer,
} from 'kafkajs';
import type { Flow } from './flow.js';
import { ID_HEADER, MALFORMED_HEADER, type Submission, type Submissions } from './submissions.js';

const TICK_MS = 50;
const MOST_A_SEND = 1_000;
/** After a failure: a broker that just came back fails some more, and each failure leaves records unsure. */
const PROBE = 20;
/** kafkajs sends once and no more: a retry of its own could write an id twice. */
const ONCE = { retries: 0 };

/**
 * Publishes on `urls.submitted` as the flow says, one send at a time, whatever happens to the broker. What a failed
 * send held may have been written or not: it is not sent again, others with new numbers take its place. So no id is
 * written twice, and all that is acknowledged is known.
 */
export class SteadyProducer {
  /** Ids the broker acknowledged, malformed records among them. */
  readonly acknowledged = new Set<string>();
  /** Ids of sends that failed: each is in the topic once or not at all. */
  readonly uncertain = new Set<string>();
  readonly #kafka: Kafka;
  #producer: Producer | undefined;
  /** The partition of each message of the send in hand. */
  #places = new Map<Message, number>();

  constructor(
    config: Pick<KafkaConfig, 'brokers'> & Partial<Pick<KafkaConfig, 'socketFactory'>>,
    private readonly submissions: Submissions,
  ) {
    this.#kafka = new Kafka({
      ...config,
      clientId: 'chaos-producer',
      connectionTimeout: 2_000,
      requestTimeout: 5_000,
      retry: ONCE,
      logLevel: logLevel.NOTHING,
    });
  }

  /** Until the flow is over; rejects when nothing was acknowledged for `stallMs` though it was due. */
  async run(flow: Flow, stallMs: number): Promise<void> {
    flow.begin();
    let progress = performance.now();
    let most = MOST_A_SEND;
    while (this.acknowledged.size < flow.urls) {
      const lacking = Math.min(flow.due() - this.acknowledged.size, most);
      const sent = lacking <= 0 || (await this.#send(lacking));
      if (sent) progress = performance.now();
      else if (performance.now() - progress > stallMs) throw new Error('the broker takes no more records');
      if (lacking < most || !sent) await pause(TICK_MS);
      most = sent ? MOST_A_SEND : PROBE;
    }
    await this.#discard();
  }

  async #send(count: number): Promise<boolean> {
    const producer = await this.#connected();
    // Without a connection nothing was sent, and no number is used up.
    if (producer === undefined) return false;
    const batch = this.submissions.take(count);
    const messages = batch.map(messageOf);
    this.#places = new Map();
    try {
      const answers = await producer.send({ topic: TOPICS.urlsSubmitted.name, acks: -1, messages });
      // kafkajs leaves records out whose partition has no leader, and says so only by what is not in its answer.
      const written = new Set(answers.map(({ partition }) => partition));
      batch.forEach(({ id }, at) => {
        const place = this.#places.get(messages[at] as Message);
        (place !== undefined && written.has(place) ? this.acknowledged : this.uncertain).add(id);
      });
      return written.size > 0;
    } catch {
      for (const { id } of batch) this.uncertain.add(id);
      await this.#discard();
      return false;
    }
  }

  async #connected(): Promise<Producer | undefined> {
    this.#producer ??= this.#kafka.producer({
      allowAutoTopicCreation: false,
      retry: ONCE,
      createPartitioner: this.#notingPlaces,
    });
    try {
      await this.#producer.connect();
      return this.#producer;
    } catch {
      await this.#discard();
      return undefined;
    }
  }

  /** Kafka's own choice by key. */
  readonly #notingPlaces: ICustomPartitioner = () => {
    const choose = Partitioners.DefaultPartitioner();
    return (choice) => {
      const place = choose(choice);
      this.#places.set(choice.message, place);
      return place;
    };
  };

  async #discard(): Promise<void> {
    const producer = this.#producer;
    this.#producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

function messageOf({ id, key, value, malformed }: Submission): Message {
  return { key, value, headers: { [ID_HEADER]: id, ...(malformed ? { [MALFORMED_HEADER]: 'true' } : {}) } };
}
