import { afterEach, expect, it } from 'vitest';
import {
  closeAll,
  collect,
  createTopic,
  newGroup,
  openBus,
  records,
  until,
  valuesOf,
} from './stack-scope.js';

afterEach(closeAll);

it('a partition that was waiting for its retry when it was revoked is read when it comes back', async () => {
  const bus = openBus({ retryInitialMs: 600_000, retryMaxMs: 600_000 });
  const topic = await createTopic(bus, { partitions: 2 });
  const group = newGroup();
  const failed = new Set<number>();
  const stays: string[] = [];
  let broken = true;
  await bus.subscribe({ group, topics: [topic.name], from: 'earliest' }, async (batch) => {
    if (broken) {
      failed.add(batch.partition);
      throw new Error('away');
    }
    stays.push(...valuesOf(batch));
  });
  await bus.publish([...records(topic, ['a'], 0), ...records(topic, ['b'], 1)]);
  await until('both partitions wait ten minutes', () => failed.size === 2);
  broken = false;
  const visitor = await collect(openBus(), { group, topics: [topic.name] });
  await until('the visitor has a partition', () => visitor.values.length > 0);
  const [visited] = visitor.values;
  await visitor.subscription.close();
  const partition = visited === 'a' ? 0 : 1;
  await bus.publish(records(topic, ['after the visit'], partition));
  await until('the partition goes on', () => stays.includes('after the visit'));
  expect(stays).toEqual(['after the visit']);
});
