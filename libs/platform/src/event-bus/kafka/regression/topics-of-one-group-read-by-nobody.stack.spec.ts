import { afterEach, expect, it } from 'vitest';
import { closeAll, collect, createTopic, newGroup, openBus, records, until } from './stack-scope.js';

afterEach(closeAll);

it('subscriptions of one group to different topics each get their own, all partitions of it', async () => {
  const bus = openBus();
  const [one, other] = [await createTopic(bus, { partitions: 3 }), await createTopic(bus, { partitions: 3 })];
  const group = newGroup();
  const first = await collect(bus, { group, topics: [one.name] });
  const second = await collect(bus, { group, topics: [other.name] });
  for (const partition of [0, 1, 2]) {
    await bus.publish(records(one, [`one ${partition}`], partition));
    await bus.publish(records(other, [`other ${partition}`], partition));
  }
  await until('all records', () => first.values.length >= 3 && second.values.length >= 3);
  expect(first.values.toSorted()).toEqual(['one 0', 'one 1', 'one 2']);
  expect(second.values.toSorted()).toEqual(['other 0', 'other 1', 'other 2']);
});

it('two members of one group in one process keep their offsets apart', async () => {
  const bus = openBus();
  const topic = await createTopic(bus, { partitions: 2 });
  const group = newGroup();
  const members = [
    await collect(bus, { group, topics: [topic.name] }),
    await collect(bus, { group, topics: [topic.name] }),
  ];
  const all = () => members.flatMap(({ values }) => values);
  await bus.publish([...records(topic, ['a0', 'a1'], 0), ...records(topic, ['b0', 'b1'], 1)]);
  await until('the first records', () => new Set(all()).size >= 4);
  await members[1]?.subscription.close();
  await bus.publish([...records(topic, ['a2'], 0), ...records(topic, ['b2'], 1)]);
  await until(
    'the others',
    () => members[0]?.values.includes('a2') === true && members[0].values.includes('b2'),
  );
  await until('all committed', async () =>
    (await bus.lag(group, [topic.name])).every(({ lag }) => lag === 0n),
  );
  expect([...new Set(all())].toSorted()).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2']);
});
