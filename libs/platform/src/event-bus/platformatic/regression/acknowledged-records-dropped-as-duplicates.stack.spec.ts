import { Producer } from '@platformatic/kafka';
import { afterEach, expect, it } from 'vitest';
import { brokersUnderTest } from '../../brokers/brokers-under-test.js';
import {
  closeAll,
  closeLater,
  collect,
  createTopic,
  openBus,
  openNetwork,
  records,
  until,
} from './stack-scope.js';

afterEach(closeAll);

const numbers = Array.from({ length: 40 }, (_, number) => String(number));

it('publishes at the same time are each written once, in the order of the calls', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  await Promise.all(numbers.map((value) => bus.publish(records(topic, [value]))));
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('all records', () => values.length >= numbers.length);
  expect(values).toEqual(numbers);
});

it('which the library by itself gets wrong: sends at the same time share their sequence numbers', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  const producer = new Producer<Buffer, Buffer, Buffer, Buffer>({
    clientId: 'plain',
    bootstrapBrokers: brokersUnderTest(),
    idempotent: true,
    retries: 2,
  });
  closeLater(() => producer.close());
  const sent = await Promise.allSettled(
    numbers.map((value) =>
      producer.send({ messages: [{ topic: topic.name, partition: 0, value: Buffer.from(value) }] }),
    ),
  );
  const acknowledged = sent.filter(({ status }) => status === 'fulfilled').length;
  await bus.publish(records(topic, ['last']));
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('the last record', () => values.includes('last'));
  expect(values.length - 1).toBeLessThan(acknowledged);
});

it('publishes whose answers get lost are each written once, in order', async () => {
  const { network, route } = await openNetwork();
  const bus = openBus(route === undefined ? {} : { route });
  const topic = await createTopic(bus);
  await bus.publish(records(topic, ['0']));
  const expected = ['0'];
  for (let round = 1; round <= 5; round += 1) {
    const values = numbers.slice(0, 6).map((number) => `${round}.${number}.`);
    expected.push(...values);
    network.loseReplyTo(`${round}.0.`);
    await Promise.all(values.map((value) => bus.publish(records(topic, [value]))));
  }
  const { values } = await collect(openBus(), { topics: [topic.name] });
  await until('the last record', () => values.includes('5.5.'));
  expect(values).toEqual(expected);
});
