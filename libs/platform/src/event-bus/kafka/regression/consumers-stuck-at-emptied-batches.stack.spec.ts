import { Partitioners } from 'kafkajs';
import { afterEach, expect, it } from 'vitest';
import type { RecordView } from '../../records/decoding/record-view.js';
import { WHOLE_BATCHES_RACK } from '../client/kafkajs-records.js';
import { fetchedRecords } from '../consumer/fetched-records.js';
import { closeAll, closeLater, collect, newGroup, openBus, plainKafka, until } from './stack-scope.js';

const CLEANER_TIMEOUT_MS = 180_000;

afterEach(closeAll);

it('batches that compaction emptied do not stop those who read from the start', {
  timeout: CLEANER_TIMEOUT_MS,
}, async () => {
  const bus = openBus();
  const kafka = plainKafka();
  const admin = kafka.admin();
  await admin.connect();
  closeLater(() => admin.disconnect());
  const topic = newGroup();
  const settings = {
    'cleanup.policy': 'compact',
    'segment.ms': '50',
    'min.cleanable.dirty.ratio': '0.001',
    'max.compaction.lag.ms': '1',
  };
  await admin.createTopics({
    topics: [
      {
        topic,
        numPartitions: 1,
        configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
      },
    ],
  });
  // The header of each idempotent producer's last batch is kept, so each of these leaves an empty one behind.
  const write = async (value: string) => {
    const producer = kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic, messages: [{ key: 'url/champion', value }] });
    await producer.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 60));
  };
  let version = 0;
  await until('compaction', async () => {
    await write(`version ${version++}`);
    if (version % 5 !== 0) return false;
    const last = `version ${version - 1}`;
    const { values, subscription } = await collect(bus, { topics: [topic] });
    await until(`${last} is read`, () => values.includes(last));
    await subscription.close();
    return !values.includes('version 0');
  });
  // Fetches so small that each gets one batch, as at the end of a segment or in a long row of emptied ones.
  const consumer = kafka.consumer({
    groupId: newGroup(),
    maxBytes: 80,
    maxBytesPerPartition: 80,
    maxWaitTimeInMs: 50,
    rackId: WHOLE_BATCHES_RACK,
  });
  closeLater(() => consumer.disconnect());
  const values: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachBatch: async (payload) => {
      const records: RecordView[] = [];
      fetchedRecords(payload, undefined).take(records, { records: 1_000, bytes: 1_000_000 }, 0);
      for (const { value } of records) values.push(String(value));
    },
  });
  await until('the last version', () => values.includes(`version ${version - 1}`));
  expect(values).not.toContain('version 0');
});
