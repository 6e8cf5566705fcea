import { expect, it } from 'vitest';
import { Recorder } from './recorder.js';
import { type ContractScope, numbered, range, topicSpec, until } from './scope.js';

export function topicContract(scope: ContractScope): void {
  it('leaves existing topics as they are', async () => {
    const topic = await scope.topic({ partitions: 2 });
    await scope.bus.publish(numbered(topic, 0, 10, 1));
    await scope.bus.ensureTopics([topic, topicSpec()]);
    await (await scope.another()).ensureTopics([topic]);
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('10 records', () => recorder.records.length >= 10);
    expect(recorder.ofPartition(1)).toEqual(range(0, 10));
  });

  it('lets two clients create the same topics at once', async () => {
    const topics = [topicSpec(), topicSpec({ cleanup: 'compact', retentionMs: null })];
    const other = await scope.another();
    await Promise.all([scope.bus.ensureTopics(topics), other.ensureTopics(topics)]);
    for (const topic of topics)
      await other.publish([{ topic: topic.name, key: 'k', value: 'v', partition: 0 }]);
    const lags = await scope.bus.lag(
      scope.group(),
      topics.map((topic) => topic.name),
    );
    expect(lags.map(({ lag }) => lag)).toEqual([1n, 1n]);
  });

  it('says WEIR_TOPIC_MISSING for a topic that does not exist', async () => {
    const { name } = topicSpec();
    const missing = { code: 'WEIR_TOPIC_MISSING', message: expect.stringContaining(name) };
    await expect(scope.bus.publish([{ topic: name, key: null, value: 'x' }])).rejects.toMatchObject(missing);
    await expect(
      scope.bus.subscribe({ group: scope.group(), topics: [name], from: 'earliest' }, async () => {}),
    ).rejects.toMatchObject(missing);
  });

  it('gives the newest record of each key of a compacted topic to those who read from the start', async () => {
    const topic = await scope.topic({ cleanup: 'compact', retentionMs: null });
    for (let version = 0; version < 20; version += 1) {
      await scope.bus.publish(
        range(0, 10).map((key) => ({ topic: topic.name, key, value: `${key}=${version}` })),
      );
    }
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    const newest = () =>
      new Map(recorder.records.map((record) => [String(record.key), String(record.value)]));
    await until('the newest of each key', () =>
      range(0, 10).every((key) => newest().get(key) === `${key}=19`),
    );
    expect([...newest().values()].toSorted()).toEqual(range(0, 10).map((key) => `${key}=19`));
  });

  it('answers a check', async () => {
    await expect(scope.bus.check()).resolves.toBeUndefined();
  });
}
