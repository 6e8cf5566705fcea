import { afterEach, expect, it } from 'vitest';
import { closeAll, closeLater, createTopic, newGroup, openBus, plainKafka, until } from './stack-scope.js';

afterEach(closeAll);

it('a topic that was deleted fails its own questions only', async () => {
  const bus = openBus();
  const [gone, stays] = [await createTopic(bus), await createTopic(bus)];
  const group = newGroup();
  await bus.lag(group, [gone.name]);
  const admin = plainKafka().admin();
  await admin.connect();
  closeLater(() => admin.disconnect());
  await admin.deleteTopics({ topics: [gone.name] });
  await until('the topic is gone', async () => !(await admin.listTopics()).includes(gone.name));
  await expect(bus.lag(group, [gone.name])).rejects.toMatchObject({ code: 'WEIR_TOPIC_MISSING' });
  await expect(bus.lag(group, [stays.name])).resolves.toEqual([{ topic: stays.name, partition: 0, lag: 0n }]);
});
