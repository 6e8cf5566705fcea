import { afterEach, expect, it } from 'vitest';
import { brokersUnderTest } from '../../brokers/brokers-under-test.js';
import { KafkaEventBus } from '../../kafka/index.js';
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

it('a member by kafkajs and one by @platformatic/kafka share a group, whoever leads it', async () => {
  const bus = openBus();
  const kafkajs = new KafkaEventBus({ brokers: brokersUnderTest(), clientId: 'other' });
  closeLater(() => kafkajs.close());
  for (const first of [bus, kafkajs]) {
    const topic = await createTopic(bus, { partitions: 4 });
    const options = { group: newGroup(), topics: [topic.name], from: 'earliest' } as const;
    const handled = new Map<unknown, string[]>([
      [bus, []],
      [kafkajs, []],
    ]);
    for (const member of [first, first === bus ? kafkajs : bus])
      await member.subscribe(options, async (batch) => {
        handled.get(member)?.push(...valuesOf(batch));
      });
    let round = 0;
    await until('records for both', async () => {
      round += 1;
      for (const partition of [0, 1, 2, 3])
        await bus.publish(records(topic, [`${round}/${partition}`], partition));
      return [...handled.values()].every((values) => values.length > 0);
    });
    const all = () => [...handled.values()].flat();
    await until('everything', () => new Set(all()).size === 4 * round);
  }
});
