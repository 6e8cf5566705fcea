import type { TopicSpec } from '@weir/contracts';
import type { Admin, Producer, ProducerConfig } from 'kafkajs';
import { isWeirError } from '../../errors/index.js';
import { endsWithin } from '../backoff/backoff.js';
import { topicMissing, unavailable } from '../brokers/kafka-errors.js';
import { DEFAULT_PUBLISH_TIMEOUT_MS, type KafkaBusOptions } from '../brokers/kafka-options.js';
import type {
  BatchHandler,
  EventBus,
  OutgoingRecord,
  PartitionLag,
  SubscribeOptions,
  Subscription,
} from '../event-bus.js';
import { groupLag } from './admin/group-lag.js';
import { createTopics } from './admin/topic-creation.js';
import { AdminConnection, checkBrokers } from './client/admin-connection.js';
import { kafkaClient } from './client/kafka-client.js';
import { KafkaSubscription } from './consumer/kafka-subscription.js';
import { AtLeastOnce } from './delivery/at-least-once.js';
import { ExactlyOnce, type ExactlyOnceOptions } from './delivery/exactly-once.js';
import type { DeliveryOf } from './delivery/lane-delivery.js';
import { isUnknownTopic } from './kafka-errors.js';
import { Addresser } from './producer/addresser.js';
import { BatchBounds } from './producer/batch-bounds.js';
import { IdempotentSender } from './producer/idempotent-sender.js';
import { PartitionCounts } from './producer/partition-counts.js';
import { Publisher } from './producer/publisher.js';
import type { Place } from './producer/send-planner.js';

/** Retries within one send keep its sequence numbers, so that the broker can drop what it has already. */
const PRODUCER_RETRY = { initialRetryTime: 200, maxRetryTime: 3_000, factor: 0.2, multiplier: 2, retries: 6 };

const TRANSACTION_RETRY = {
  initialRetryTime: 20,
  maxRetryTime: 1_000,
  factor: 0.2,
  multiplier: 2,
  retries: 8,
};
/** A transaction is open only while its batch is sent; one whose process died holds up readers for this long at most. */
const TRANSACTION_TIMEOUT_MS = 30_000;

const LAST_DISCONNECT_MS = 2_000;

const PRODUCER: ProducerConfig = {
  idempotent: true,
  allowAutoTopicCreation: false,
  // Every message carries its partition, so that a retry cannot choose another.
  createPartitioner:
    () =>
    ({ message }) =>
      message.partition ?? 0,
};

/** The `EventBus` over Kafka. Connects when it is first used. */
export class KafkaEventBus implements EventBus {
  readonly #admin: AdminConnection;
  readonly #bounds = new BatchBounds();
  readonly #sender: IdempotentSender;
  readonly #addresser: Addresser;
  readonly #publisher: Publisher;
  readonly #subscriptions = new Set<KafkaSubscription>();
  #closed: Promise<void> | undefined;

  constructor(private readonly options: KafkaBusOptions) {
    const timeoutMs = options.publishTimeoutMs ?? DEFAULT_PUBLISH_TIMEOUT_MS;
    this.#admin = new AdminConnection(options);
    this.#sender = new IdempotentSender({
      connect: () => this.#connectProducer(),
      bounds: this.#bounds,
    });
    const counts = new PartitionCounts(
      (topics) => this.#admin.run((admin) => countPartitions(admin, topics)),
      timeoutMs,
    );
    this.#addresser = new Addresser(counts);
    this.#publisher = new Publisher(this.#sender, this.#addresser, this.#bounds, timeoutMs);
  }

  /** Rejects with WEIR_TOPIC_MISSING where a topic is missing and may not be created, else WEIR_BUS_UNAVAILABLE. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    return this.#administer('creating topics', [], (admin) =>
      createTopics(admin, topics, this.options.replicationFactor),
    );
  }

  /** Rejects with WEIR_BUS_REJECTED, WEIR_TOPIC_MISSING or, after the publish timeout, WEIR_BUS_UNAVAILABLE. */
  publish(records: readonly OutgoingRecord[]): Promise<void> {
    return this.#publisher.publish(records);
  }

  /**
   * Resolves once the group is joined; where the brokers are away, after 15 s, and the subscription goes on trying.
   * Rejects with WEIR_TOPIC_MISSING.
   */
  async subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription> {
    if (this.#closed !== undefined) throw unavailable('subscribing', new Error('the bus is closed'));
    const subscription = new KafkaSubscription(
      this.options,
      options,
      handler,
      this.#admin,
      this.#deliveryOf(options),
    );
    this.#subscriptions.add(subscription);
    try {
      await subscription.start();
    } catch (error) {
      this.#subscriptions.delete(subscription);
      throw error;
    }
    return {
      close: async () => {
        await subscription.close();
        this.#subscriptions.delete(subscription);
      },
    };
  }

  lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    return this.#administer('reading offsets', topics, (admin) => groupLag(admin, group, topics));
  }

  async check(): Promise<void> {
    try {
      await checkBrokers(this.options);
    } catch (error) {
      throw unavailable('check', error);
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#shutDown();
    return this.#closed;
  }

  async #shutDown(): Promise<void> {
    // Handlers may publish until their subscriptions are drained.
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    await this.#publisher.close();
    // One that still connects to a broker that hangs would do so for a minute.
    await endsWithin(LAST_DISCONNECT_MS, Promise.all([this.#sender.close(), this.#admin.close()]));
  }

  async #administer<T>(
    doing: string,
    topics: readonly string[],
    work: (admin: Admin) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#admin.run(work);
    } catch (error) {
      if (isWeirError(error)) throw error;
      throw isUnknownTopic(error) ? topicMissing(topics, error) : unavailable(doing, error);
    }
  }

  #deliveryOf({ group, delivery }: SubscribeOptions): DeliveryOf {
    if (delivery !== 'exactly-once') return () => new AtLeastOnce((records) => this.publish(records));
    const options: ExactlyOnceOptions = {
      group,
      addresser: this.#addresser,
      bounds: this.#bounds,
      timeoutMs: this.options.publishTimeoutMs ?? DEFAULT_PUBLISH_TIMEOUT_MS,
      connect: (transactionalId) => this.#connectTransactional(transactionalId),
      committed: (place) => this.#admin.run((admin) => committedOffset(admin, group, place)),
    };
    return (place) => new ExactlyOnce(place, options);
  }

  async #connectTransactional(transactionalId: string): Promise<Producer> {
    const producer = kafkaClient(this.options).producer({
      ...PRODUCER,
      transactionalId,
      transactionTimeout: TRANSACTION_TIMEOUT_MS,
      // Nothing is retried within a transaction but by its caller: what failed is fenced off and done again.
      retry: TRANSACTION_RETRY,
    });
    return connected(producer);
  }

  async #connectProducer(): Promise<Producer> {
    const producer = kafkaClient(this.options).producer({
      ...PRODUCER,
      retry: PRODUCER_RETRY,
    });
    return connected(producer);
  }
}

/** kafkajs connects before it asks for the producer's id: where that fails, the connection is still there. */
async function connected(producer: Producer): Promise<Producer> {
  try {
    await producer.connect();
    return producer;
  } catch (error) {
    void producer.disconnect().catch(() => {});
    throw error;
  }
}

async function countPartitions(admin: Admin, topics: readonly string[]): Promise<Map<string, number>> {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: [...topics] });
  return new Map(found.map(({ name, partitions }) => [name, partitions.length]));
}

async function committedOffset(
  admin: Admin,
  groupId: string,
  { topic, partition }: Place,
): Promise<bigint | undefined> {
  const [found] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const offset = found?.partitions.find((each) => each.partition === partition)?.offset;
  return offset === undefined || offset === '-1' ? undefined : BigInt(offset);
}
