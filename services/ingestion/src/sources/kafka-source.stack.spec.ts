import { randomUUID } from 'node:crypto';
import { type Admin, Kafka, logLevel, type Producer } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KafkaSource } from './kafka-source.js';

const brokers = (process.env.KAFKA_BROKERS ?? '').split(',').filter((each) => each !== '');
const settings = { kafkaBrokers: brokers, kafkaSsl: false };

let kafka: Kafka;
let admin: Admin;
let producer: Producer;
let source: KafkaSource;

beforeAll(async () => {
  if (brokers.length === 0) throw new Error('KAFKA_BROKERS is not set');
  kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  admin = kafka.admin();
  producer = kafka.producer();
  await Promise.all([admin.connect(), producer.connect()]);
  source = new KafkaSource(settings);
});

afterAll(async () => {
  await Promise.all([admin.disconnect(), producer.disconnect()]);
});

async function topicOf(values: readonly (readonly (string | null)[])[]): Promise<string> {
  const topic = `weir-ingestion-${randomUUID()}`;
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: values.length }] });
  for (const [partition, each] of values.entries()) {
    const messages = each.map((value) => ({ partition, value }));
    for (let start = 0; start < messages.length; start += 1_000) {
      await producer.send({ topic, messages: messages.slice(start, start + 1_000) });
    }
  }
  return topic;
}

async function read(
  topic: string,
  range: { from?: Record<string, string>; to?: Record<string, string> } = {},
) {
  const open = await source.open({ kind: 'kafka', topic, ...range }, ['a', 'label']);
  try {
    const rows: unknown[] = [];
    for await (const { cells } of open.table.rows) rows.push(cells[0]);
    return { rows, position: open.position() };
  } finally {
    await open.close();
  }
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => JSON.stringify({ a: from + index, label: 'x' }));
const counted = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('a Kafka topic', () => {
  it('is read to the end it had, partition by partition, always in the same order', async () => {
    const topic = await topicOf([numbers(0, 5_000), [], numbers(5_000, 9_000)]);
    const first = await read(topic);
    expect(first.rows).toEqual(counted(0, 9_000));
    expect(first.position).toEqual({
      kind: 'kafka',
      name: topic,
      position: { offsets: { 0: { from: '0', to: '5000' }, 2: { from: '0', to: '4000' } } },
    });
    expect(await read(topic)).toEqual(first);
  });

  it('is read between the offsets asked for, and the position reads the same again', async () => {
    const topic = await topicOf([numbers(0, 100), numbers(100, 200)]);
    const { rows, position } = await read(topic, { from: { 0: '90', 1: '20' }, to: { 0: '95', 1: '22' } });
    expect(rows).toEqual([...counted(90, 95), 120, 121]);
    await producer.send({ topic, messages: [{ partition: 0, value: numbers(200, 201)[0]! }] });
    const offsets = (position.position as { offsets: Record<string, { from: string; to: string }> }).offsets;
    const from = Object.fromEntries(
      Object.entries(offsets).map(([partition, each]) => [partition, each.from]),
    );
    const to = Object.fromEntries(Object.entries(offsets).map(([partition, each]) => [partition, each.to]));
    expect((await read(topic, { from, to })).rows).toEqual(rows);
  });

  it('that ends with an aborted transaction ends all the same, without its records', async () => {
    const topic = await topicOf([numbers(0, 3)]);
    const transactional = kafka.producer({
      transactionalId: randomUUID(),
      maxInFlightRequests: 1,
      idempotent: true,
    });
    await transactional.connect();
    const transaction = await transactional.transaction();
    await transaction.send({ topic, messages: [{ partition: 0, value: numbers(7, 8)[0]! }] });
    await transaction.abort();
    await transactional.disconnect();
    // The broker answers an abort before its marker is written.
    await expect.poll(async () => (await admin.fetchTopicOffsets(topic))[0]?.high).toBe('5');
    const { rows, position } = await read(topic);
    expect(rows).toEqual([0, 1, 2]);
    expect(position.position).toEqual({ offsets: { 0: { from: '0', to: '5' } } });
  });

  it('skips records without a value, and names the offset of one that is not JSON', async () => {
    const topic = await topicOf([[...numbers(0, 1), null, ...numbers(1, 2), 'garbage']]);
    expect((await read(topic, { to: { 0: '3' } })).rows).toEqual([0, 1]);
    await expect(read(topic)).rejects.toMatchObject({
      code: 'WEIR_DATA_MALFORMED',
      message: expect.stringContaining('partition 0, offset 3'),
    });
  });

  it('leaves no consumer group behind', async () => {
    const groups = (await admin.listGroups()).groups.map((each) => each.groupId);
    expect(groups.filter((each) => each.startsWith('weir-ingestion-read-'))).toEqual([]);
  });

  it('may be left in the middle', async () => {
    const open = await source.open({ kind: 'kafka', topic: await topicOf([numbers(0, 10_000)]) }, [
      'a',
      'label',
    ]);
    for await (const { rowNumber } of open.table.rows) if (rowNumber === 10) break;
    await open.close();
    expect(
      (await admin.listGroups()).groups.filter((each) => each.groupId.startsWith('weir-ingestion-read-')),
    ).toEqual([]);
  });

  it('without records, or that is not there, says so', async () => {
    await expect(read(await topicOf([[]]))).rejects.toMatchObject({ code: 'WEIR_DATA_EMPTY' });
    await expect(read(`absent-${randomUUID()}`)).rejects.toMatchObject({ code: 'WEIR_TOPIC_MISSING' });
  });

  it('on brokers that are away is unavailable, which passes', async () => {
    const away = new KafkaSource({ ...settings, kafkaBrokers: ['127.0.0.1:1'] });
    await expect(away.open({ kind: 'kafka', topic: 'any' }, ['a'])).rejects.toMatchObject({
      code: 'WEIR_SOURCE_UNAVAILABLE',
      transient: true,
    });
  });
});
