import type { TopicSpec } from '@weir/contracts';
import type { RootDatabase } from 'lmdb';
import { isWeirError, WeirError } from '../../errors/index.js';
import type { StateFolder } from '../../state-folder/index.js';
import type {
  BatchHandler,
  EventBus,
  OutgoingRecord,
  PartitionLag,
  SubscribeOptions,
  Subscription,
} from '../event-bus.js';
import { EmbeddedLog } from './embedded-log.js';
import { EmbeddedSubscription } from './embedded-subscription.js';

/**
 * Topics and consumer groups on LMDB, for one process. Several buses on one environment are clients of the same
 * topics. An acknowledged publish and a committed offset are on the disk: `README.md` has the guarantees.
 */
export class EmbeddedEventBus implements EventBus {
  readonly #log: EmbeddedLog;
  readonly #subscriptions = new Set<EmbeddedSubscription>();
  readonly #publishing = new Set<Promise<void>>();
  #closing: Promise<void> | undefined;
  #closed = false;

  /** A bus on the environment `events` of the folder. Throws `WEIR_STATE_UNWRITABLE` if it cannot be opened. */
  static open(folder: StateFolder): EmbeddedEventBus {
    try {
      return new EmbeddedEventBus(folder.lmdb('events'));
    } catch (cause) {
      if (isWeirError(cause)) throw cause;
      throw new WeirError('WEIR_STATE_UNWRITABLE', `${folder.path}: the event log cannot be opened`, {
        cause,
      });
    }
  }

  /** The environment stays open when the bus closes: it is its owner's, the state folder's. */
  constructor(root: RootDatabase) {
    this.#log = EmbeddedLog.of(root);
  }

  async ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    this.#assertOpen();
    await this.#log.ensureTopics(topics);
  }

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    this.#assertOpen();
    if (records.length === 0) return;
    const publishing = this.#log.appender.append(records, (name) => this.#log.topic(name));
    this.#publishing.add(publishing);
    try {
      await publishing;
    } finally {
      this.#publishing.delete(publishing);
    }
  }

  async subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription> {
    this.#assertOpen();
    const subscription = new EmbeddedSubscription(this.#log, options, handler, (records) =>
      this.publish(records),
    );
    await subscription.open();
    this.#subscriptions.add(subscription);
    // The bus may have closed meanwhile: then nobody else would close this one.
    if (this.#closing !== undefined) await subscription.close();
    return {
      close: async () => {
        await subscription.close();
        this.#subscriptions.delete(subscription);
      },
    };
  }

  async lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    this.#assertOpen();
    return topics.flatMap((name) =>
      this.#log.topic(name).partitions.map((log) => {
        const position = Math.max(log.start, this.#log.offsets.committed(group, log) ?? log.start);
        return {
          topic: name,
          partition: log.partition,
          lag: BigInt(Math.max(0, log.end - position)),
        };
      }),
    );
  }

  async check(): Promise<void> {
    this.#assertOpen();
    await this.#log.check();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // Handlers in work may still publish what they have.
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    this.#closed = true;
    await Promise.allSettled(this.#publishing);
    await this.#log.release();
  }

  #assertOpen(): void {
    if (this.#closed) throw new WeirError('WEIR_BUS_UNAVAILABLE', 'The event bus is closed');
  }
}
