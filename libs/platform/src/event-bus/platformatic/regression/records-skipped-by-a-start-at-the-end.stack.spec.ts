import { afterEach, expect, it } from 'vitest';
import {
  closeAll,
  closeLater,
  collect,
  createTopic,
  newGroup,
  openBus,
  plainKafka,
  records,
  until,
} from './stack-scope.js';

afterEach(closeAll);

it('a group that began at the end and committed nothing begins there again, not at the new end', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  const options = { group: newGroup(), topics: [topic.name], from: 'latest' } as const;
  await bus.publish(records(topic, ['old']));
  let failures = 0;
  const first = await bus.subscribe(options, async () => {
    failures += 1;
    throw new Error('away');
  });
  await bus.publish(records(topic, ['new 1']));
  await until('a failure', () => failures > 0);
  await first.close();
  await bus.publish(records(topic, ['new 2']));
  const { values } = await collect(bus, options);
  await until('the last record', () => values.includes('new 2'));
  expect(values).toEqual(['new 1', 'new 2']);
});

it('a group whose next records were deleted goes on at the oldest that is left, also when it began at the end', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  const options = { group: newGroup(), topics: [topic.name], from: 'latest' } as const;
  const first = await collect(bus, options);
  await bus.publish(records(topic, ['0', '1', '2']));
  await until('the first records', () => first.values.length >= 3);
  await first.subscription.close();
  await bus.publish(records(topic, ['3', '4', '5', '6', '7']));
  const admin = plainKafka().admin();
  await admin.connect();
  closeLater(() => admin.disconnect());
  // kafkajs deletes from topics it has asked for before.
  await admin.fetchTopicOffsets(topic.name);
  await admin.deleteTopicRecords({ topic: topic.name, partitions: [{ partition: 0, offset: '5' }] });
  const second = await collect(bus, options);
  await until('the rest', () => second.values.includes('7'));
  expect(second.values).toEqual(['5', '6', '7']);
});
