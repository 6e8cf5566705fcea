import type { TopicSpec } from '@weir/contracts';
import type {
  BatchHandler,
  EventBus,
  OutgoingRecord,
  PartitionLag,
  SubscribeOptions,
  Subscription,
} from '../event-bus/index.js';

/** An event that a bus has acknowledged. */
export interface PublishedEvent {
  readonly topic: string;
  readonly key: string | null;
  /** The JSON value, read. */
  readonly value: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string>>;
}

type Operation = keyof EventBus;

/** A real bus that remembers what it acknowledged, and can be told to fail. */
export class ObservedBus implements EventBus {
  readonly published: PublishedEvent[] = [];
  readonly #failures = new Map<Operation, { error: Error; times: number }>();

  constructor(private readonly bus: EventBus) {}

  /** The next `times` calls of an operation reject, and have no effect. */
  fail(operation: Operation, error: Error, times = 1): void {
    this.#failures.set(operation, { error, times });
  }

  /** Values of a topic in the order they were acknowledged. */
  valuesOf(topic: TopicSpec): Record<string, unknown>[] {
    return this.published.filter((each) => each.topic === topic.name).map((each) => each.value);
  }

  async ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    this.#refuse('ensureTopics');
    await this.bus.ensureTopics(topics);
  }

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    this.#refuse('publish');
    await this.bus.publish(records);
    this.published.push(...records.map(eventOf));
  }

  async subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription> {
    this.#refuse('subscribe');
    return this.bus.subscribe(options, handler);
  }

  async lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    this.#refuse('lag');
    return this.bus.lag(group, topics);
  }

  async check(): Promise<void> {
    this.#refuse('check');
    await this.bus.check();
  }

  async close(): Promise<void> {
    await this.bus.close();
  }

  #refuse(operation: Operation): void {
    const failure = this.#failures.get(operation);
    if (failure === undefined || failure.times <= 0) return;
    failure.times -= 1;
    throw failure.error;
  }
}

function eventOf({ topic, key, value, headers }: OutgoingRecord): PublishedEvent {
  return { topic, key: key === null ? null : String(key), value: jsonOf(value), headers: headers ?? {} };
}

/** Dead letters hold bytes that may be anything; they read as an empty object. */
function jsonOf(value: string | Buffer | null): Record<string, unknown> {
  try {
    return JSON.parse(String(value)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
