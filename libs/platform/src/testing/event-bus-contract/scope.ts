import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@weir/contracts';
import type {
  BatchHandler,
  EventBus,
  EventRecord,
  OutgoingRecord,
  SubscribeOptions,
  Subscription,
} from '../../event-bus/event-bus.js';

/** What an adapter gives the suite. Everything it opens is closed by `tearDown`. */
export interface EventBusUnderTest {
  readonly bus: EventBus;
  /** A second client of the same cluster; for an embedded bus, of the same store. The suite closes it. */
  another(): Promise<EventBus>;
  tearDown(): Promise<void>;
  /** A client that can be cut off while the others go on. Without it, the test of a member that comes back is skipped. */
  separable?(): Promise<SeparableBus>;
  /** Takes the server away. Without it, the tests of faults are skipped. */
  interrupt?(): Promise<void>;
  /** Brings the server back; resolves when it answers. */
  resume?(): Promise<void>;
}

/** Its group gives its partitions away soon after it was cut off; what it had in work goes on. */
export interface SeparableBus {
  /** The suite closes it. */
  readonly bus: EventBus;
  cut(): void | Promise<void>;
  mend(): void | Promise<void>;
}

export type EventBusSetup = () => Promise<EventBusUnderTest>;

type Shape = Partial<Pick<TopicSpec, 'partitions' | 'cleanup' | 'retentionMs' | 'maxMessageBytes'>>;

/** One adapter under test, and what a test opened on it: names are unique, so tests never see each other. */
export class ContractScope {
  #underTest: EventBusUnderTest | undefined;
  #closers: (() => Promise<void>)[] = [];

  constructor(private readonly setup: EventBusSetup) {}

  async start(): Promise<void> {
    this.#underTest = await this.setup();
  }

  async stop(): Promise<void> {
    await this.#underTest?.tearDown();
  }

  get underTest(): EventBusUnderTest {
    if (this.#underTest === undefined) throw new Error('the setup of the contract suite failed');
    return this.#underTest;
  }

  get bus(): EventBus {
    return this.underTest.bus;
  }

  async another(): Promise<EventBus> {
    const bus = await this.underTest.another();
    this.#closers.push(() => bus.close());
    return bus;
  }

  /** `undefined` where the adapter has none. */
  async separable(): Promise<SeparableBus | undefined> {
    const member = await this.underTest.separable?.();
    if (member === undefined) return undefined;
    this.#closers.push(async () => {
      await member.mend();
      await member.bus.close();
    });
    return member;
  }

  async topic(shape: Shape = {}): Promise<TopicSpec> {
    const spec = topicSpec(shape);
    await this.bus.ensureTopics([spec]);
    return spec;
  }

  group(): string {
    return `group-${randomUUID()}`;
  }

  async subscribe(
    options: SubscribeOptions,
    handler: BatchHandler,
    bus: EventBus = this.bus,
  ): Promise<Subscription> {
    const subscription = await bus.subscribe(options, handler);
    this.#closers.push(() => subscription.close());
    return subscription;
  }

  /** Closes what the test opened, the newest first. */
  async cleanUp(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
  }
}

export function topicSpec(shape: Shape = {}): TopicSpec {
  return {
    name: `contract.${randomUUID()}`,
    partitions: 1,
    retentionMs: 3_600_000,
    cleanup: 'delete',
    key: 'any',
    description: 'A topic of the contract suite',
    eventType: 'weir.contract.v1',
    ...shape,
  };
}

/** Records numbered from `from`, all on one partition. */
export function numbered(topic: TopicSpec, from: number, count: number, partition = 0): OutgoingRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    topic: topic.name,
    key: null,
    value: String(from + index),
    partition,
  }));
}

export function valuesOf(records: readonly EventRecord[]): string[] {
  return records.map((record) => String(record.value));
}

export function range(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(from + index));
}

const PATIENCE_MS = 90_000;
const POLL_MS = 20;

/** Waits for a condition, never for a time: the machine may be slow. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`still waiting: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
