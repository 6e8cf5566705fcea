import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateFolder, type StateFolder } from '../../state-folder/index.js';
import { Gate } from '../../testing/event-bus-contract/recorder.js';
import { numbered, topicSpec, until } from '../../testing/event-bus-contract/scope.js';
import { EmbeddedEventBus } from './index.js';

const PARTITIONS = 12;
const RECORDS = 1_000_000;
const PER_PUBLISH = 10_000;
const MAX_BATCH_RECORDS = 2_000;
const CONCURRENCY = 4;
/** A batch begins and ends within a chunk: so much may be held beside its own bytes. */
const CHUNK_ENDS_BYTES = 2 * 64 * 1024;
/** The objects of a record without headers, and its few bytes: 290 measured. */
const TINY_RECORD_BYTES = 400;
/** What the process itself keeps or drops meanwhile. */
const NOISE_BYTES = 4_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes that are in use. */
function liveBytes(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('the embedded bus under pressure', () => {
  const topic = topicSpec({ partitions: PARTITIONS, retentionMs: null });
  const options = {
    group: 'group',
    topics: [topic.name],
    from: 'earliest',
    concurrency: CONCURRENCY,
  } as const;
  let path: string;
  let folder: StateFolder;
  let bus: EmbeddedEventBus;

  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'weir-pressure-'));
    folder = await openStateFolder(path);
    bus = EmbeddedEventBus.open(folder);
    await bus.ensureTopics([topic]);
  });

  afterEach(async () => {
    await bus.close();
    await folder.close();
    rmSync(path, { recursive: true });
  });

  it('holds the batches in work of a million tiny records, and no more', async () => {
    for (let number = 0; number < RECORDS; number += PER_PUBLISH) {
      const partition = (number / PER_PUBLISH) % PARTITIONS;
      await bus.publish(numbered(topic, number, PER_PUBLISH, partition));
    }
    const before = liveBytes();
    const peaks: number[] = [];
    let [handled, inWork] = [0, 0];
    await bus.subscribe({ ...options, maxBatchRecords: MAX_BATCH_RECORDS }, async ({ records }) => {
      inWork += 1;
      if (handled === 0) await until('all permits are in use', () => inWork >= CONCURRENCY);
      if (peaks.length < 3) peaks.push(liveBytes() - before);
      handled += records.length;
    });
    await until('a million records', () => handled >= RECORDS);
    expect(handled).toBe(RECORDS);
    expect(Math.max(...peaks)).toBeLessThan(
      CONCURRENCY * (CHUNK_ENDS_BYTES + MAX_BATCH_RECORDS * TINY_RECORD_BYTES) + NOISE_BYTES,
    );
  });

  it('holds no records of partitions that wait for their next attempt', async () => {
    const value = Buffer.alloc(200_000);
    for (let partition = 0; partition < PARTITIONS; partition += 1) {
      for (let count = 0; count < 10; count += 1)
        await bus.publish([{ topic: topic.name, key: null, value, partition }]);
    }
    const before = liveBytes();
    const failed = new Set<number>();
    const gate = new Gate();
    let handled = 0;
    await bus.subscribe({ ...options, maxBatchBytes: 11 * value.length }, async ({ partition, records }) => {
      failed.add(partition);
      if (failed.size < PARTITIONS) throw new Error('the database is away');
      gate.open();
      handled += records.length;
    });
    await gate.opened;
    // All twelve had these in work; at most those with a permit have them now.
    expect(liveBytes() - before).toBeLessThan(CONCURRENCY * 11 * value.length + NOISE_BYTES);
    await until('all records', () => handled >= PARTITIONS * 10);
    expect(handled).toBe(PARTITIONS * 10);
  });
});
