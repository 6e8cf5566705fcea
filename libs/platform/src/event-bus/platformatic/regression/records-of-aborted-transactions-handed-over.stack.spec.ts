import { Consumer, FetchIsolationLevels } from '@platformatic/kafka';
import { afterEach, expect, it } from 'vitest';
import { brokersUnderTest } from '../../brokers/brokers-under-test.js';
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

/** One producer's transactions in turn, aborted but for the last. */
async function transactions(topic: string): Promise<void> {
  const producer = plainKafka().producer({
    transactionalId: newGroup(),
    idempotent: true,
    maxInFlightRequests: 1,
  });
  await producer.connect();
  closeLater(() => producer.disconnect());
  for (const value of ['aborted 1', 'aborted 2', 'committed']) {
    const transaction = await producer.transaction();
    await transaction.send({ topic, messages: [{ key: null, value, partition: 0 }] });
    await (value === 'committed' ? transaction.commit() : transaction.abort());
  }
}

it('of several transactions of one producer in a fetch, only the committed one is handed over', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  await transactions(topic.name);
  await bus.publish(records(topic, ['last']));
  const group = newGroup();
  const { values } = await collect(bus, { group, topics: [topic.name] });
  await until('the last record', () => values.includes('last'));
  expect(values).toEqual(['committed', 'last']);
  await until('the commit', async () => (await bus.lag(group, [topic.name]))[0]?.lag === 0n);
});

it('which the library by itself gets wrong', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  await transactions(topic.name);
  const consumer = new Consumer({
    groupId: newGroup(),
    clientId: 'plain',
    bootstrapBrokers: brokersUnderTest(),
  });
  closeLater(async () => {
    await consumer.close(true);
  });
  const { topics, brokers } = await consumer.metadata({ topics: [topic.name] });
  const { responses } = await consumer.fetch({
    node: [...brokers.keys()][0] ?? 0,
    isolationLevel: FetchIsolationLevels.READ_COMMITTED,
    topics: [
      {
        topicId: topics.get(topic.name)?.id ?? '',
        partitions: [
          {
            partition: 0,
            fetchOffset: 0n,
            currentLeaderEpoch: -1,
            lastFetchedEpoch: -1,
            partitionMaxBytes: 1_000_000,
          },
        ],
      },
    ],
  });
  const values = (responses[0]?.partitions[0]?.records ?? []).flatMap((batch) =>
    batch.records.map(({ value }) => String(value)),
  );
  expect(values).toContain('aborted 1');
});

it('a group goes on behind the markers of transactions, though no record follows them', async () => {
  const bus = openBus();
  const topic = await createTopic(bus);
  await transactions(topic.name);
  const group = newGroup();
  const { values } = await collect(bus, { group, topics: [topic.name] });
  await until('the commit', async () => (await bus.lag(group, [topic.name]))[0]?.lag === 0n);
  expect(values).toEqual(['committed']);
});
