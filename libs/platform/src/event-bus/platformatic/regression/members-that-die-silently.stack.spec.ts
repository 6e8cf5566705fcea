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

it('a member that was cut off for longer than its session comes back, and says so', async () => {
  const { network, route } = await openNetwork();
  const states: BusStatus[] = [];
  const outside = openBus();
  const topic = await createTopic(outside);
  const group = newGroup();
  const inside = openBus({
    ...(route === undefined ? {} : { route }),
    sessionTimeoutMs: 6_000,
    onStatus: (status) => states.push(status),
  });
  const { values } = await collect(inside, { group, topics: [topic.name] });
  await outside.publish(records(topic, ['before']));
  await until('the first record', () => values.includes('before'));
  await network.cut();
  await until('a crash', () => states.some(({ state }) => state === 'crashed'));
  const heir = await collect(outside, { group, topics: [topic.name] });
  await outside.publish(records(topic, ['while away']));
  await until('the heir', () => heir.values.includes('while away'));
  await heir.subscription.close();
  await network.restore();
  await outside.publish(records(topic, ['after']));
  await until('the last record', () => values.includes('after'));
  expect(values).toEqual(['before', 'after']);
  expect(states.at(-1)?.state).toBe('joined');
  expect(states.find(({ state }) => state === 'crashed')?.error).toBeInstanceOf(Error);
});

it('a broker that hangs is given up, and the records are read when it answers again', async () => {
  const { network, route } = await openNetwork();
  const outside = openBus();
  const topic = await createTopic(outside);
  const inside = openBus({ ...(route === undefined ? {} : { route }), publishTimeoutMs: 2_000 });
  const { values } = await collect(inside, { topics: [topic.name] });
  await inside.publish(records(topic, ['before']));
  network.freeze();
  await expect(inside.publish(records(topic, ['hangs']))).rejects.toMatchObject({
    code: 'WEIR_BUS_UNAVAILABLE',
  });
  await expect(inside.check()).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
  await network.restore();
  await until('a publish', () =>
    inside.publish(records(topic, ['after'])).then(
      () => true,
      () => false,
    ),
  );
  await until('the last record', () => values.includes('after'));
  expect(values.filter((value) => value !== 'hangs').slice(0, 2)).toEqual(['before', 'after']);
});

it('a subscription made while the brokers are away begins when they are there', async () => {
  const { network, route } = await openNetwork();
  const outside = openBus();
  const topic = await createTopic(outside);
  await outside.publish(records(topic, ['early']));
  const inside = openBus(route === undefined ? {} : { route });
  await network.cut();
  const { values } = await collect(inside, { topics: [topic.name] });
  expect(values).toEqual([]);
  await network.restore();
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
