import type { TopicSpec } from '@weir/contracts';
import { isWeirError } from '../../errors/index.js';
import { type Backoff, backoffDelay, endsWithin, pause } from '../backoff/backoff.js';
import { topicMissing, unavailable } from '../brokers/kafka-errors.js';
import { DEFAULT_PUBLISH_TIMEOUT_MS } from '../brokers/kafka-options.js';
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
import { PlatformaticSubscription } from './consumer/subscription.js';
import type { PlatformaticBusOptions } from './platformatic-options.js';
import { Addresser } from './producer/addresser.js';
import { Publisher } from './producer/publisher.js';
import { RecordSender } from './producer/record-sender.js';
import { TopicDirectory } from './producer/topic-directory.js';
import { hasError } from './protocol-errors.js';
import { Cluster } from './wire/cluster.js';
import { Links, REQUEST_TIMEOUT_MS } from './wire/links.js';

const CHECK_TIMEOUT_MS = 5_000;
/** A broker that answers needs milliseconds; whoever waits longer for one that hangs was told nothing yet. */
const LAST_SENDS_MS = 3_000;
const ADMIN_RETRY: Backoff = { initialMs: 100, maxMs: 2_000 };
const ADMIN_ATTEMPTS = 6;

/** The `EventBus` over Kafka by @platformatic/kafka's connections and requests. Connects when it is first used. */
export class PlatformaticEventBus implements EventBus {
  readonly #cluster: Cluster;
  readonly #adminLinks: Links;
  readonly #producerLinks: Links;
  readonly #sender: RecordSender;
  readonly #addresser: Addresser;
  readonly #publisher: Publisher;
  readonly #subscriptions = new Set<PlatformaticSubscription>();
  #closed: Promise<void> | undefined;

  constructor(private readonly options: PlatformaticBusOptions) {
    const timeoutMs = options.publishTimeoutMs ?? DEFAULT_PUBLISH_TIMEOUT_MS;
    this.#cluster = new Cluster(options);
    this.#adminLinks = new Links(options);
    this.#producerLinks = new Links(options, Math.min(REQUEST_TIMEOUT_MS, timeoutMs));
    this.#sender = new RecordSender({ cluster: this.#cluster, links: this.#producerLinks, timeoutMs });
    this.#addresser = new Addresser(new TopicDirectory(this.#cluster, timeoutMs), this.#cluster);
    this.#publisher = new Publisher(this.#addresser, this.#sender);
  }

  /** Rejects with WEIR_TOPIC_MISSING where a topic is missing and may not be created, else WEIR_BUS_UNAVAILABLE. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    return this.#administer('creating topics', [], () =>
      createTopics(this.#cluster, topics, this.options.replicationFactor),
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
  async subscribe(request: SubscribeOptions, handler: BatchHandler): Promise<Subscription> {
    if (this.#closed !== undefined) throw unavailable('subscribing', new Error('the bus is closed'));
    const subscription = new PlatformaticSubscription({
      options: this.options,
      request,
      handler,
      cluster: this.#cluster,
      addresser: this.#addresser,
      publish: (records) => this.publish(records),
    });
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
    return this.#administer('reading offsets', topics, () =>
      groupLag(this.#cluster, this.#adminLinks, group, topics),
    );
  }

  /** One metadata request over a connection of its own, no second attempt. */
  async check(): Promise<void> {
    const cluster = new Cluster(this.options);
    const asked = cluster.refresh([]);
    try {
      if (!(await endsWithin(CHECK_TIMEOUT_MS, asked)))
        throw new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`);
      await asked;
    } catch (error) {
      throw unavailable('check', error);
    } finally {
      asked.catch(() => {});
      cluster.close();
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#shutDown();
    return this.#closed;
  }

  async #shutDown(): Promise<void> {
    // Handlers may publish until their subscriptions are drained.
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    this.#publisher.close();
    await endsWithin(LAST_SENDS_MS, this.#sender.close());
    this.#producerLinks.close();
    this.#adminLinks.close();
    this.#cluster.close();
  }

  async #administer<T>(doing: string, topics: readonly string[], work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (isWeirError(error)) throw error;
        if (hasError(error, 'UNKNOWN_TOPIC_OR_PARTITION')) throw topicMissing(topics, error);
        if (this.#closed !== undefined || attempt >= ADMIN_ATTEMPTS) throw unavailable(doing, error);
        await pause(backoffDelay(ADMIN_RETRY, attempt));
      }
    }
  }
}
