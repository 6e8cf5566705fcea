import { expect, it } from 'vitest';
import { Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until } from './scope.js';

/** Partitions that Kafka's Java client gives these keys on a topic of 12. */
const KAFKA_PARTITIONS: Readonly<Record<string, number>> = {
  '21': (-973_932_308 & 0x7fffffff) % 12,
  foobar: (-790_332_482 & 0x7fffffff) % 12,
  'a-little-bit-long-string': (-985_981_536 & 0x7fffffff) % 12,
  'a-little-bit-longer-string': (-1_486_304_829 & 0x7fffffff) % 12,
  abc: 479_470_107 % 12,
};

export function orderingContract(scope: ContractScope): void {
  it('keeps the order of each key over many publishes', async () => {
    const topic = await scope.topic({ partitions: 4 });
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    for (let round = 0; round < 20; round += 1) {
      await scope.bus.publish(
        range(0, 10).map((key) => ({ topic: topic.name, key: `key-${key}`, value: `${key}:${round}` })),
      );
    }
    await until('200 records', () => recorder.records.length >= 200);
    for (const key of range(0, 10)) {
      expect(recorder.values.filter((value) => value.startsWith(`${key}:`))).toEqual(
        range(0, 20).map((round) => `${key}:${round}`),
      );
    }
  });

  it('keeps the order of 10,000 records published at once', async () => {
    const topic = await scope.topic({ partitions: 3 });
    await scope.bus.publish(
      range(0, 10_000).map((value) => ({ topic: topic.name, key: `key-${Number(value) % 97}`, value })),
    );
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('10,000 records', () => recorder.records.length >= 10_000);
    expect(recorder.records).toHaveLength(10_000);
    for (const partition of [0, 1, 2]) {
      const numbers = recorder.ofPartition(partition).map(Number);
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
    }
  });

  it("sends a key to the partition that Kafka's own client chooses, from every client", async () => {
    const topic = await scope.topic({ partitions: 12 });
    const records = Object.keys(KAFKA_PARTITIONS).map((key) => ({ topic: topic.name, key, value: key }));
    await scope.bus.publish(records);
    await (await scope.another()).publish(records);
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('both copies', () => recorder.records.length >= records.length * 2);
    for (const record of recorder.records) {
      expect([record.value?.toString(), record.partition]).toEqual([
        record.value?.toString(),
        KAFKA_PARTITIONS[String(record.key)],
      ]);
    }
  });

  it('honours a partition given with the record', async () => {
    const topic = await scope.topic({ partitions: 3 });
    await scope.bus.publish([...numbered(topic, 0, 5, 2), ...numbered(topic, 5, 5, 0)]);
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('10 records', () => recorder.records.length >= 10);
    expect(recorder.ofPartition(2)).toEqual(range(0, 5));
    expect(recorder.ofPartition(0)).toEqual(range(5, 5));
  });

  it('spreads records without a key over the partitions', async () => {
    const topic = await scope.topic({ partitions: 3 });
    for (let round = 0; round < 30; round += 1) {
      await scope.bus.publish([{ topic: topic.name, key: null, value: String(round) }]);
    }
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('30 records', () => recorder.records.length >= 30);
    expect(new Set(recorder.records.map((record) => record.partition)).size).toBeGreaterThan(1);
  });

  it('numbers the records of a partition without gaps', async () => {
    const topic = await scope.topic();
    for (let start = 0; start < 30; start += 10) await scope.bus.publish(numbered(topic, start, 10));
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('30 records', () => recorder.records.length >= 30);
    expect(recorder.records.map((record) => record.offset)).toEqual(range(0, 30).map(BigInt));
  });
}
