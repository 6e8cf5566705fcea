import { afterEach, expect, it } from 'vitest';
import { closeAll, collect, createTopic, openBus, records, until } from './stack-scope.js';

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

it.each(['at-least-once', 'exactly-once'] as const)(
  'a topic with a smaller bound takes many records of one publish, %s',
  async (delivery) => {
    const bus = openBus();
    const [input, output] = [await createTopic(bus), await createTopic(bus, { maxMessageBytes: 20_000 })];
    const values = Array.from({ length: 1_000 }, (_, index) => `${index}`.padStart(100, '.'));
    await bus.publish(records(input, ['go']));
    await collect(bus, { topics: [input.name], delivery }, async ({ publish }) => {
      await publish(records(output, values));
    });
    const { values: read } = await collect(bus, { topics: [output.name] });
    await until('all records', () => read.length >= values.length);
    expect(read).toEqual(values);
  },
);

it('a record that is refused does not take down publishes that shared its batch', async () => {
  const bus = openBus();
  const topic = await createTopic(bus, { maxMessageBytes: 20_000 });
  const outcomes = await Promise.allSettled([
    bus.publish(records(topic, ['good 1', 'good 2'])),
    bus.publish(records(topic, ['x'.repeat(30_000)])),
    bus.publish(records(topic, ['good 3'])),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { code: 'WEIR_BUS_REJECTED' } });
  await bus.publish(records(topic, ['last']));
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('the last record', () => values.includes('last'));
  expect(values).toEqual(['good 1', 'good 2', 'good 3', 'last']);
});
