import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStateFolder, type StateFolder } from '../../state-folder/index.js';
import { numbered, range, topicSpec, until, valuesOf } from '../../testing/event-bus-contract/scope.js';
import type { EventRecord } from '../event-bus.js';
import { EmbeddedLog } from './embedded-log.js';
import { EmbeddedEventBus } from './index.js';

const HOUR = 3_600_000;

describe('tidying the embedded log', () => {
  let path: string;
  let folder: StateFolder;
  let bus: EmbeddedEventBus;
  let log: EmbeddedLog;

  const open = async () => {
    folder = await openStateFolder(path);
    bus = EmbeddedEventBus.open(folder);
    log = EmbeddedLog.of(folder.lmdb('events'));
  };
  const close = async () => {
    await bus.close();
    await log.release();
    await folder.close();
  };

  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'weir-tidy-'));
    await open();
  });

  afterEach(async () => {
    vi.useRealTimers();
    await close();
    rmSync(path, { recursive: true });
  });

  const read = async (topic: string, group: string = crypto.randomUUID()): Promise<EventRecord[]> => {
    const records: EventRecord[] = [];
    const subscription = await bus.subscribe({ group, topics: [topic], from: 'earliest' }, async (batch) => {
      records.push(...batch.records);
    });
    await until('everything is read', async () =>
      (await bus.lag(group, [topic])).every(({ lag }) => lag === 0n),
    );
    await subscription.close();
    return records;
  };
  /** Only the clock moves: timers stay real. */
  const later = (milliseconds: number) =>
    vi.useFakeTimers({ now: Date.now() + milliseconds, toFake: ['Date'] });

  it('removes records past their time, keeps the others, and never gives an offset twice', async () => {
    const topic = topicSpec({ retentionMs: HOUR });
    await bus.ensureTopics([topic]);
    await bus.publish(numbered(topic, 0, 1_500));
    later(HOUR / 2);
    await bus.publish(numbered(topic, 1_500, 10));
    later(HOUR / 2 + 1_000);
    await log.tidy();
    expect(valuesOf(await read(topic.name))).toEqual(range(1_500, 10));
    expect((await bus.lag('nobody', [topic.name])).map(({ lag }) => lag)).toEqual([10n]);

    later(2 * HOUR);
    await log.tidy();
    expect((await bus.lag('nobody', [topic.name])).map(({ lag }) => lag)).toEqual([0n]);
    await close();
    await open();
    await bus.publish(numbered(topic, 9_000, 1));
    expect((await read(topic.name)).map(({ offset, value }) => [offset, String(value)])).toEqual([
      [1_510n, '9000'],
    ]);
  });

  it('keeps everything of a topic that is kept for good', async () => {
    const topic = topicSpec({ retentionMs: null });
    await bus.ensureTopics([topic]);
    await bus.publish(numbered(topic, 0, 100));
    later(10_000 * HOUR);
    await log.tidy();
    expect(await read(topic.name)).toHaveLength(100);
  });

  it('lets a group that fell behind go on with the first record that is left', async () => {
    const topic = topicSpec({ retentionMs: HOUR });
    await bus.ensureTopics([topic]);
    await bus.publish(numbered(topic, 0, 10));
    expect(await read(topic.name, 'slow')).toHaveLength(10);
    await bus.publish(numbered(topic, 10, 10));
    later(HOUR + 1_000);
    await log.tidy();
    await bus.publish(numbered(topic, 20, 10));
    expect(valuesOf(await read(topic.name, 'slow'))).toEqual(range(20, 10));
  });

  it('keeps the newest record of each key of a compacted topic, at its offset', async () => {
    const topic = topicSpec({ cleanup: 'compact', retentionMs: null });
    await bus.ensureTopics([topic]);
    for (let version = 0; version < 120; version += 1) {
      await bus.publish(range(0, 5).map((key) => ({ topic: topic.name, key, value: `${key}=${version}` })));
    }
    const versions = range(0, 5).map((key) => ({ topic: topic.name, key: `once-${key}`, value: 'only' }));
    await bus.publish(versions);
    await log.tidy();
    const records = await read(topic.name);
    expect(valuesOf(records)).toEqual([
      ...range(0, 5).map((key) => `${key}=119`),
      ...versions.map(() => 'only'),
    ]);
    expect(records.map(({ offset }) => offset)).toEqual(range(595, 10).map(BigInt));
    await log.tidy();
    expect(await read(topic.name)).toEqual(records);
  });

  it('forgets a deleted key after a day, and still knows where the partition ends', async () => {
    const topic = topicSpec({ cleanup: 'compact', retentionMs: null });
    await bus.ensureTopics([topic]);
    const publish = (key: string, value: string | null) => bus.publish([{ topic: topic.name, key, value }]);
    await publish('kept', 'value');
    await publish('deleted', 'value');
    await publish('deleted', null);
    await publish('last', null);
    await log.tidy();
    expect((await read(topic.name)).map(({ key }) => String(key))).toEqual(['kept', 'deleted', 'last']);
    later(25 * HOUR);
    await log.tidy();
    expect((await read(topic.name)).map(({ key }) => String(key))).toEqual(['kept', 'last']);
    await close();
    await open();
    await publish('next', 'value');
    expect((await read(topic.name)).map(({ offset }) => offset)).toEqual([0n, 3n, 4n]);
  });

  it('refuses a record without a key on a compacted topic', async () => {
    const topic = topicSpec({ cleanup: 'compact' });
    await bus.ensureTopics([topic]);
    await expect(bus.publish(numbered(topic, 0, 1))).rejects.toMatchObject({ code: 'WEIR_BUS_REJECTED' });
  });

  it('tidies by itself when it opens', async () => {
    const topic = topicSpec({ retentionMs: HOUR });
    await bus.ensureTopics([topic]);
    await bus.publish(numbered(topic, 0, 10));
    await close();
    later(HOUR + 1_000);
    await open();
    await until('the old records are gone', async () =>
      (await bus.lag('nobody', [topic.name])).every(({ lag }) => lag === 0n),
    );
    expect(await read(topic.name)).toEqual([]);
  });
});
