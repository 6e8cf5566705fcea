import { expect, it } from 'vitest';
import { Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until } from './scope.js';

export function positionContract(scope: ContractScope): void {
  it('begins a new group at the earliest record, if asked', async () => {
    const topic = await scope.topic();
    await scope.bus.publish(numbered(topic, 0, 10));
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('the old records', () => recorder.records.length >= 10);
    await scope.bus.publish(numbered(topic, 10, 10));
    await until('the new records', () => recorder.records.length >= 20);
    expect(recorder.values).toEqual(range(0, 20));
  });

  it('begins a new group at the latest record, if asked', async () => {
    const topic = await scope.topic();
    await scope.bus.publish(numbered(topic, 0, 10));
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'latest' }, recorder.handler);
    let next = 1_000;
    await until('a new record', async () => {
      await scope.bus.publish(numbered(topic, next++, 1));
      return recorder.records.length > 0;
    });
    expect(recorder.values.filter((value) => Number(value) < 1_000)).toEqual([]);
  });

  it('begins a group with committed offsets there, whatever is asked', async () => {
    const topic = await scope.topic();
    const group = scope.group();
    const [first, second] = [new Recorder(), new Recorder()];
    await scope.bus.publish(numbered(topic, 0, 10));
    const subscription = await scope.subscribe(
      { group, topics: [topic.name], from: 'earliest' },
      first.handler,
    );
    await until('the first records', () => first.records.length >= 10);
    await subscription.close();
    await scope.bus.publish(numbered(topic, 10, 10));
    await scope.subscribe({ group, topics: [topic.name], from: 'latest' }, second.handler);
    await until('the records in between', () => second.records.length >= 10);
    expect(second.values).toEqual(range(10, 10));
  });

  it('tells how far a group is behind, by partition', async () => {
    const topic = await scope.topic({ partitions: 2 });
    const group = scope.group();
    const lags = async () =>
      (await scope.bus.lag(group, [topic.name]))
        .toSorted((left, right) => left.partition - right.partition)
        .map(({ partition, lag }) => [partition, lag]);
    await scope.bus.publish(numbered(topic, 0, 10, 0));
    expect(await lags()).toEqual([
      [0, 10n],
      [1, 0n],
    ]);
    const recorder = new Recorder();
    const subscription = await scope.subscribe(
      { group, topics: [topic.name], from: 'earliest' },
      recorder.handler,
    );
    await until('10 records', () => recorder.records.length >= 10);
    await subscription.close();
    expect((await lags())[0]).toEqual([0, 0n]);
    await scope.bus.publish([...numbered(topic, 10, 3, 0), ...numbered(topic, 0, 5, 1)]);
    expect(await lags()).toEqual([
      [0, 3n],
      [1, 5n],
    ]);
  });

  it('gives the high watermark with each batch', async () => {
    const topic = await scope.topic();
    await scope.bus.publish(numbered(topic, 0, 25));
    const recorder = new Recorder();
    const options = { group: scope.group(), topics: [topic.name], from: 'earliest' } as const;
    await scope.subscribe({ ...options, maxBatchRecords: 10 }, recorder.handler);
    await until('25 records', () => recorder.records.length >= 25);
    expect(recorder.batches.map((batch) => batch.highWatermark)).toEqual(recorder.batches.map(() => 25n));
  });
}
