import { randomUUID } from 'node:crypto';
import type { TopicSpec } from '@weir/contracts';
import { Kafka, logLevel } from 'kafkajs';
import type { BatchHandler, EventBatch, EventBus, OutgoingRecord, SubscribeOptions } from '../event-bus.js';
import { brokersUnderTest } from './brokers-under-test.js';

const closers: (() => Promise<unknown>)[] = [];

/** For `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** Closed after the test, before what was opened earlier. */
export const closeLater = (close: () => Promise<unknown>): void => {
  closers.push(close);
};

/** kafkajs as it comes, to show what it does by itself or to reach what the port does not offer. */
export const plainKafka = (): Kafka =>
  new Kafka({ brokers: brokersUnderTest(), clientId: 'plain', logLevel: logLevel.NOTHING });

export async function createTopic(bus: EventBus, shape: Partial<TopicSpec> = {}): Promise<TopicSpec> {
  const topic: TopicSpec = {
    name: `regression.${randomUUID()}`,
    partitions: 1,
    retentionMs: 3_600_000,
    cleanup: 'delete',
    key: 'any',
    description: 'A topic of a regression test',
    eventType: 'weir.regression.v1',
    ...shape,
  };
  await bus.ensureTopics([topic]);
  return topic;
}

export const newGroup = (): string => `regression-${randomUUID()}`;

export const records = (topic: TopicSpec, values: readonly string[], partition = 0): OutgoingRecord[] =>
  values.map((value) => ({ topic: topic.name, key: null, value, partition }));

export const valuesOf = (batch: Pick<EventBatch, 'records'>): string[] =>
  batch.records.map(({ value }) => String(value));

/** Subscribes, and collects the values of what is handled. */
export async function collect(
  bus: EventBus,
  options: Partial<SubscribeOptions> & Pick<SubscribeOptions, 'topics'>,
  before: BatchHandler = async () => {},
) {
  const values: string[] = [];
  const subscription = await bus.subscribe(
    { group: newGroup(), from: 'earliest', ...options },
    async (batch) => {
      await before(batch);
      values.push(...valuesOf(batch));
    },
  );
  return { values, subscription };
}

export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`still waiting: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
