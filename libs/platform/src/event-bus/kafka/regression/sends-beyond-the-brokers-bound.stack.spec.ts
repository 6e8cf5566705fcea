import { afterEach, expect, it } from 'vitest';
import {
  closeAll,
  closeLater,
  collect,
  createTopic,
  newGroup,
  openBus,
  records,
  until,
  valuesOf,
} from './stack-scope.js';

afterEach(closeAll);

it('one publish of 3 MiB for one partition goes out in batches the broker takes', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  const values = Array.from({ length: 30_000 }, (_, index) => `${index}`.padStart(100, '.'));
  await bus.publish(records(topic, values));
  const { values: read } = await collect(bus, { topics: [topic.name] });
  await until('all records', () => read.length >= values.length);
  expect(read).toEqual(values);
});

it('a record of nearly 2 MiB reaches a topic that takes 2 MiB, and is read from it', async () => {
  const bus = openBus();
  const topic = await createTopic(bus, { maxMessageBytes: 2_097_152 });
  await bus.publish([
    ...records(topic, ['small']),
    ...records(topic, ['x'.repeat(2_000_000)]),
    ...records(topic, ['after']),
  ]);
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('all records', () => values.includes('after'));
  expect(values.map(({ length }) => length)).toEqual([5, 2_000_000, 5]);
});

it('a record that is refused does not take down publishes that shared its send', async () => {
  const bus = openBus();
  const topic = await createTopic(bus, { maxMessageBytes: 20_000 });
  await bus.publish(records(topic, ['first']));
  const outcomes = await Promise.allSettled([
    bus.publish(records(topic, ['good 1'])),
    bus.publish(records(topic, ['x'.repeat(30_000)])),
    bus.publish(records(topic, ['good 2'])),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { code: 'WEIR_BUS_REJECTED' } });
  await bus.publish(records(topic, ['last']));
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('the last record', () => values.includes('last'));
  expect(values).toEqual(['first', 'good 1', 'good 2', 'last']);
});

it.each(['at-least-once', 'exactly-once'] as const)(
  '%s: what a topic refuses as a batch reaches it in smaller ones',
  async (delivery) => {
    const bus = openBus({ retryInitialMs: 10 });
    const [source, target] = [await createTopic(bus), await createTopic(bus, { maxMessageBytes: 20_000 })];
    const values = Array.from({ length: 2_000 }, (_, index) => `${index}`.padStart(200, '.'));
    await bus.publish(records(source, values));
    const options = { group: newGroup(), topics: [source.name], from: 'earliest', delivery } as const;
    const subscription = await bus.subscribe(options, (batch) =>
      batch.publish(records(target, valuesOf(batch))),
    );
    closeLater(() => subscription.close());
    const { values: read } = await collect(bus, { topics: [target.name] });
    await until('all records', () => read.length >= values.length);
    expect(read).toEqual(values);
  },
);
