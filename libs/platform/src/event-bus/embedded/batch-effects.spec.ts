import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateFolder, type StateFolder } from '../../state-folder/index.js';
import { Recorder } from '../../testing/event-bus-contract/recorder.js';
import { numbered, range, topicSpec, until } from '../../testing/event-bus-contract/scope.js';
import { limitFileSize } from '../../testing/limit-file-size.js';
import { type BatchRetried, EVENT_BUS_CHANNELS } from '../channels.js';
import type { BatchHandler } from '../event-bus.js';
import { EmbeddedEventBus } from './index.js';

describe('what an exactly once handler publishes', () => {
  const [input, output] = [topicSpec(), topicSpec()];
  let path: string;
  let folder: StateFolder;
  let bus: EmbeddedEventBus;

  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'weir-effects-'));
    folder = await openStateFolder(path);
    bus = EmbeddedEventBus.open(folder);
    await bus.ensureTopics([input, output]);
  });

  afterEach(async () => {
    await bus.close();
    await folder.close();
    rmSync(path, { recursive: true });
  });

  const transform = (handler: BatchHandler) =>
    bus.subscribe(
      { group: 'group', topics: [input.name], from: 'earliest', delivery: 'exactly-once' },
      handler,
    );
  const drained = (topic: string, group: string) =>
    until('everything is handled', async () =>
      (await bus.lag(group, [topic])).every(({ lag }) => lag === 0n),
    );
  const readOutputs = async (): Promise<Recorder> => {
    const recorder = new Recorder();
    await bus.subscribe({ group: 'reader', topics: [output.name], from: 'earliest' }, recorder.handler);
    await drained(output.name, 'reader');
    return recorder;
  };

  it('is refused to it at once where it cannot be taken, and goes without what was refused', async () => {
    const refusals: unknown[] = [];
    await bus.publish(numbered(input, 0, 1));
    await transform(async ({ publish }) => {
      const good = { topic: output.name, key: null, value: 'good' };
      const refused = [
        { ...good, value: Buffer.alloc(2_000_000) },
        { ...good, topic: 'nowhere' },
        { ...good, partition: 7 },
      ];
      for (const record of refused)
        await publish([good, record]).catch((error: unknown) => refusals.push(error));
      await publish([{ ...good, value: 'another' }]);
    });
    await drained(input.name, 'group');
    expect(refusals).toMatchObject(
      ['WEIR_BUS_REJECTED', 'WEIR_TOPIC_MISSING', 'WEIR_BUS_REJECTED'].map((code) => ({ code })),
    );
    expect((await readOutputs()).values).toEqual(['another']);
  });

  it('is what it was at that time, whatever becomes of its buffers', async () => {
    await bus.publish(numbered(input, 0, 3));
    const scratch = Buffer.alloc(1);
    await transform(async ({ records, publish }) => {
      for (const { value } of records) {
        value?.copy(scratch);
        await publish([{ topic: output.name, key: null, value: scratch }]);
      }
    });
    await drained(input.name, 'group');
    expect((await readOutputs()).values).toEqual(range(0, 3));
  });

  it('has offsets in the order of the commits, amid what others publish to the partition', async () => {
    await bus.publish(numbered(input, 0, 50));
    await bus.subscribe(
      {
        group: 'group',
        topics: [input.name],
        from: 'earliest',
        delivery: 'exactly-once',
        maxBatchRecords: 5,
      },
      async ({ records, publish }) => {
        await publish(records.map(({ value }) => ({ topic: output.name, key: null, value })));
        // Comes first: it is written while the batch is still held back.
        await bus.publish(numbered(output, 1_000 + Number(records[0]?.value), 1));
      },
    );
    await drained(input.name, 'group');
    const { records, values } = await readOutputs();
    expect(records.map(({ offset }) => offset)).toEqual(range(0, 60).map(BigInt));
    expect(values).toEqual(
      range(0, 10).flatMap((batch) => [String(1_000 + Number(batch) * 5), ...range(Number(batch) * 5, 5)]),
    );
  });

  it.runIf(process.platform === 'linux')('is there once when a full disk has room again', async () => {
    const refusals: unknown[] = [];
    const onRetry = (message: unknown) => refusals.push((message as BatchRetried).error);
    const { error: report } = console;
    await bus.publish(numbered(input, 0, 4));
    subscribe(EVENT_BUS_CHANNELS.retry, onRetry);
    // lmdb reports each failed commit here itself.
    console.error = () => {};
    limitFileSize('100000');
    try {
      await transform(({ records, publish }) =>
        publish(
          records.map(({ value }) => ({ topic: output.name, key: value, value: Buffer.alloc(100_000) })),
        ),
      );
      await until('two refusals', () => refusals.length >= 2);
      expect((await bus.lag('group', [input.name])).map(({ lag }) => lag)).toEqual([4n]);
    } finally {
      limitFileSize('unlimited');
      console.error = report;
      unsubscribe(EVENT_BUS_CHANNELS.retry, onRetry);
    }
    await drained(input.name, 'group');
    expect(refusals).toMatchObject(refusals.map(() => ({ code: 'WEIR_STATE_UNWRITABLE' })));
    expect((await readOutputs()).records.map(({ key }) => String(key))).toEqual(range(0, 4));
  });
});
