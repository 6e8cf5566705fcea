import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateFolder, type StateFolder } from '../../state-folder/index.js';
import { Recorder } from '../../testing/event-bus-contract/recorder.js';
import { numbered, range, topicSpec, until, valuesOf } from '../../testing/event-bus-contract/scope.js';
import { EmbeddedEventBus } from './index.js';

describe('what the embedded bus promises beyond the contract', () => {
  const topic = topicSpec({ partitions: 2 });
  let path: string;
  let folder: StateFolder;
  let bus: EmbeddedEventBus;

  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'weir-bus-'));
    folder = await openStateFolder(path);
    bus = EmbeddedEventBus.open(folder);
    await bus.ensureTopics([topic]);
  });

  afterEach(async () => {
    await bus.close();
    await folder.close();
    rmSync(path, { recursive: true });
  });

  const readAll = async (): Promise<Recorder> => {
    const recorder = new Recorder();
    const group = crypto.randomUUID();
    const subscription = await bus.subscribe(
      { group, topics: [topic.name], from: 'earliest' },
      recorder.handler,
    );
    await until('everything is read', async () =>
      (await bus.lag(group, [topic.name])).every(({ lag }) => lag === 0n),
    );
    await subscription.close();
    return recorder;
  };

  it('misses nothing from the moment a group subscribed at the latest record, stops and starts included', async () => {
    const options = { group: 'latest', topics: [topic.name], from: 'latest' } as const;
    await bus.publish(numbered(topic, 0, 10));
    const recorder = new Recorder();
    await (await bus.subscribe(options, recorder.handler)).close();
    await bus.publish(numbered(topic, 10, 10));
    await bus.subscribe(options, recorder.handler);
    await until('the new records', () => recorder.records.length >= 10);
    expect(recorder.values).toEqual(range(10, 10));
  });

  it('keeps the records of each publish together, however many publish at once', async () => {
    await Promise.all(range(0, 50).map((start) => bus.publish(numbered(topic, Number(start) * 10, 10))));
    expect((await readAll()).ofPartition(0)).toEqual(range(0, 500));
  });

  it('writes nothing of a publish that it refuses', async () => {
    const good = numbered(topic, 0, 5);
    const missing = { topic: 'nowhere', key: null, value: 'x' };
    const misplaced = { topic: topic.name, key: null, value: 'x', partition: 7 };
    await expect(bus.publish([...good, missing])).rejects.toMatchObject({ code: 'WEIR_TOPIC_MISSING' });
    await expect(bus.publish([...good, misplaced])).rejects.toMatchObject({ code: 'WEIR_BUS_REJECTED' });
    await bus.publish(numbered(topic, 5, 1));
    const { records, values } = await readAll();
    expect([values, records[0]?.offset]).toEqual([['5'], 0n]);
  });

  it('takes a handler that throws for one that rejects', async () => {
    const recorder = new Recorder();
    let thrown = false;
    await bus.publish(numbered(topic, 0, 3));
    await bus.subscribe({ group: 'throws', topics: [topic.name], from: 'earliest' }, (batch) => {
      if (thrown) return recorder.handler(batch);
      thrown = true;
      throw new Error('thrown, not rejected');
    });
    await until('the second attempt', () => recorder.records.length >= 3);
    expect(recorder.values).toEqual(range(0, 3));
  });

  it('hands over again what failed, and no more, whatever came meanwhile', async () => {
    const attempts: string[][] = [];
    await bus.publish(numbered(topic, 0, 5));
    await bus.subscribe({ group: 'again', topics: [topic.name], from: 'earliest' }, async ({ records }) => {
      attempts.push(valuesOf(records));
      if (attempts.length > 2) return;
      await bus.publish(numbered(topic, attempts.length * 5, 5));
      throw new Error('not yet');
    });
    await until('everything is handled', async () =>
      (await bus.lag('again', [topic.name])).every(({ lag }) => lag === 0n),
    );
    expect(attempts).toEqual([range(0, 5), range(0, 5), range(0, 5), range(5, 10)]);
  });

  it('deals partitions out evenly and moves few when a member comes', async () => {
    const [first, second] = [new Recorder(), new Recorder()];
    const options = { group: 'pair', topics: [topic.name], from: 'earliest' } as const;
    await bus.subscribe(options, first.handler);
    await bus.subscribe(options, second.handler);
    await bus.publish([...numbered(topic, 0, 5, 0), ...numbered(topic, 5, 5, 1)]);
    await until('10 records', () => first.records.length + second.records.length >= 10);
    expect(first.values).toEqual(range(0, 5));
    expect(second.values).toEqual(range(5, 5));
  });
});
