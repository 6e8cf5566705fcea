import { afterEach, expect, it } from 'vitest';
import {
  closeAll,
  closeLater,
  collect,
  createTopic,
  openBus,
  plainKafka,
  records,
  until,
} from './stack-scope.js';

afterEach(closeAll);

it('a group that began at the end reads partitions that a topic gets later from their first record', async () => {
  const bus = openBus();
  const topic = await createTopic(bus, { partitions: 2 });
  await bus.publish(records(topic, ['old'], 1));
  const { values } = await collect(bus, { topics: [topic.name], from: 'latest' });
  const admin = plainKafka().admin();
  await admin.connect();
  closeLater(() => admin.disconnect());
  await admin.createPartitions({ topicPartitions: [{ topic: topic.name, count: 4 }] });
  const publisher = openBus();
  await until('the new partition', () =>
    publisher.publish(records(topic, ['first'], 3)).then(
      () => true,
      () => false,
    ),
  );
  await until('its first record', () => values.includes('first'));
  expect(values.filter((value) => value === 'old')).toEqual([]);
});
