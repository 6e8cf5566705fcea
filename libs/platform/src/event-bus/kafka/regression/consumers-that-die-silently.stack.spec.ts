import { afterEach, expect, it } from 'vitest';
import type { BusStatus } from '../../brokers/kafka-channels.js';
import {
  closeAll,
  collect,
  createTopic,
  newGroup,
  openBus,
  openNetwork,
  records,
  until,
} from './stack-scope.js';

afterEach(closeAll);

it('a consumer that used up its retries comes back when the brokers do', async () => {
  const network = await openNetwork();
  const states: BusStatus[] = [];
  const outside = openBus();
  const topic = await createTopic(outside);
  const inside = openBus({
    socketFactory: network.socketFactory, // Its successor would wait as long as this, if the crashed one stayed in the group.
    sessionTimeoutMs: 600_000,
    onStatus: (status) => states.push(status),
  });
  const { values } = await collect(inside, { topics: [topic.name] });
  await outside.publish(records(topic, ['before']));
  await until('the first record', () => values.includes('before'));
  network.cut();
  await until('a crash', () => states.some(({ state }) => state === 'crashed'));
  await outside.publish(records(topic, ['while away']));
  network.mend();
  await until('the record sent meanwhile', () => values.includes('while away'));
  expect(values).toEqual(['before', 'while away']);
  expect(states.at(-1)?.state).toBe('joined');
  expect(states.find(({ state }) => state === 'crashed')?.error).toBeInstanceOf(Error);
});

it('a subscription made while the brokers are away begins when they are there', async () => {
  const network = await openNetwork();
  const outside = openBus();
  const topic = await createTopic(outside);
  await outside.publish(records(topic, ['early']));
  const inside = openBus({ socketFactory: network.socketFactory });
  network.cut();
  const { values } = await collect(inside, { topics: [topic.name] });
  expect(values).toEqual([]);
  network.mend();
  await until('the record', () => values.includes('early'));
  expect(values).toEqual(['early']);
});

it('a handler that works longer than the session keeps its membership, and its records to itself', async () => {
  const states: string[] = [];
  const bus = openBus({ sessionTimeoutMs: 6_000, onStatus: ({ state }) => states.push(state) });
  const topic = await createTopic(bus);
  const group = newGroup();
  await bus.publish(records(topic, ['slow']));
  let handed = 0;
  const { values } = await collect(bus, { group, topics: [topic.name] }, async () => {
    handed += 1;
    await new Promise((resolve) => setTimeout(resolve, 9_000));
  });
  await until('the slow record', () => values.includes('slow'));
  await until('its commit', async () => (await bus.lag(group, [topic.name]))[0]?.lag === 0n);
  expect(handed).toBe(1);
  expect(states).toEqual(['connecting', 'joined']);
});
