import { afterEach, expect, it } from 'vitest';
import type { BusStatus } from '../../brokers/kafka-channels.js';
import { BreakableNetwork } from '../breakable-network.js';
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
  valuesOf,
} from './stack-scope.js';

/** The least that brokers allow. */
const SHORTEST_SESSION_MS = 6_000;

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

it('a partition that waits for its retry is read by a member that was away too long and joined anew', async () => {
  const network = await BreakableNetwork.open();
  closeLater(() => network.close());
  const joined: BusStatus[] = [];
  const bus = openBus({
    retryInitialMs: 600_000,
    retryMaxMs: 600_000,
    sessionTimeoutMs: SHORTEST_SESSION_MS,
    socketFactory: network.socketFactory,
    onStatus: (status) => status.state === 'joined' && joined.push(status),
  });
  const topic = await createTopic(openBus(), { partitions: 1 });
  const group = newGroup();
  const values: string[] = [];
  let attempts = 0;
  await bus.subscribe({ group, topics: [topic.name], from: 'earliest' }, async (batch) => {
    attempts += 1;
    if (attempts === 1) throw new Error('away');
    values.push(...valuesOf(batch));
  });
  await openBus().publish(records(topic, ['a'], 0));
  await until('the partition waits ten minutes', () => attempts === 1);
  network.cut();
  const admin = plainKafka().admin();
  await admin.connect();
  closeLater(() => admin.disconnect());
  await until('the group has given the member up', async () => {
    const { groups } = await admin.describeGroups([group]);
    return groups[0]?.members.length === 0;
  });
  network.mend();
  await until('the partition goes on', () => values.includes('a'));
  expect(joined.length).toBeGreaterThan(1);
});
