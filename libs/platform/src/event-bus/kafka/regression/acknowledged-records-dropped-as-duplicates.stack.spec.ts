import { Kafka, logLevel, Partitioners } from 'kafkajs';
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

it('kafkajs alone: after a send that failed, it loses the next one, and says that it was written', async () => {
  const network = await openNetwork();
  const bus = openBus();
  const topic = await createTopic(bus);
  const producer = new Kafka({
    brokers: brokersUnderTest(),
    logLevel: logLevel.NOTHING,
    socketFactory: network.socketFactory,
  }).producer({
    idempotent: true,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { retries: 1, initialRetryTime: 50 },
  });
  await producer.connect();
  closeLater(() => producer.disconnect());
  const send = (value: string) => producer.send({ topic: topic.name, messages: [{ value }] });
  await send('before');
  network.swallowProduceAnswers(1_000);
  await expect(send('answer lost')).rejects.toThrow();
  network.mend();
  await send('acknowledged');
  await send('after');
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('the last record', () => values.includes('after'));
  expect(values).toEqual(['before', 'answer lost', 'after']);
});

it('the bus: what is published after a failed send is written', async () => {
  const network = await openNetwork();
  const bus = openBus({ socketFactory: network.socketFactory, publishTimeoutMs: 200 });
  const topic = await createTopic(bus);
  await bus.publish(records(topic, ['before']));
  network.swallowProduceAnswers(1_000);
  await expect(bus.publish(records(topic, ['answer lost']))).rejects.toMatchObject({
    code: 'WEIR_BUS_UNAVAILABLE',
  });
  network.mend();
  await bus.publish(records(topic, ['acknowledged']));
  await bus.publish(records(topic, ['after']));
  const { values } = await collect(openBus(), { topics: [topic.name] });
  await until('the last record', () => values.includes('after'));
  expect([...new Set(values)]).toEqual(['before', 'answer lost', 'acknowledged', 'after']);
});

it('the bus: publishes at the same time, some of whose answers get lost, are each written once, in order', async () => {
  const network = await openNetwork();
  const bus = openBus({ socketFactory: network.socketFactory });
  const topic = await createTopic(bus);
  await bus.publish(records(topic, ['0']));
  const expected = ['0'];
  for (let round = 1; round <= 5; round += 1) {
    network.swallowProduceAnswers(1);
    const values = Array.from({ length: 6 }, (_, index) => `${round}.${index}`);
    expected.push(...values);
    const first = bus.publish(records(topic, values.slice(0, 2)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([first, ...values.slice(2).map((value) => bus.publish(records(topic, [value])))]);
  }
  const { values } = await collect(openBus(), { topics: [topic.name] });
  await until('the last record', () => values.includes('5.5'));
  expect(values).toEqual(expected);
});
