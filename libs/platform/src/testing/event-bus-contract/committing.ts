import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, it } from 'vitest';
import { type BatchHandled, type BatchRetried, EVENT_BUS_CHANNELS } from '../../event-bus/channels.js';
import type { EventBatch } from '../../event-bus/event-bus.js';
import { Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until, valuesOf } from './scope.js';

export function committingContract(scope: ContractScope): void {
  it('bounds batches by maxBatchRecords and hands consecutive records over together', async () => {
    const topic = await scope.topic();
    await scope.bus.publish(numbered(topic, 0, 100));
    const recorder = new Recorder();
    const options = { group: scope.group(), topics: [topic.name], from: 'earliest' } as const;
    await scope.subscribe({ ...options, maxBatchRecords: 7 }, recorder.handler);
    await until('100 records', () => recorder.records.length >= 100);
    expect(recorder.values).toEqual(range(0, 100));
    expect(Math.max(...recorder.batches.map((batch) => batch.records.length))).toBeLessThanOrEqual(7);
    expect(recorder.batches.length).toBeLessThan(100);
    expect(recorder.batches.every((batch) => batch.records.length > 0)).toBe(true);
  });

  it('hands the same records over again when the handler rejects, skips nothing, and lets other partitions go on', async () => {
    const topic = await scope.topic({ partitions: 2 });
    const group = scope.group();
    const failed: EventBatch[] = [];
    const recorder = new Recorder();
    const retries = listen<BatchRetried>(EVENT_BUS_CHANNELS.retry, (event) => event.group === group);
    const handled = listen<BatchHandled>(EVENT_BUS_CHANNELS.batch, (event) => event.group === group);
    await scope.bus.publish([...numbered(topic, 0, 30, 0), ...numbered(topic, 0, 30, 1)]);
    await scope.subscribe(
      { group, topics: [topic.name], from: 'earliest', maxBatchRecords: 10 },
      async (batch) => {
        const others = recorder.ofPartition(1).length;
        if (batch.partition === 0 && (failed.length < 3 || others < 30)) {
          failed.push(batch);
          throw new Error('the database is away');
        }
        await recorder.handler(batch);
      },
    );
    await until('60 records', () => recorder.records.length >= 60);
    expect(recorder.ofPartition(0)).toEqual(range(0, 30));
    expect(recorder.ofPartition(1)).toEqual(range(0, 30));
    for (const { records } of failed) {
      expect(records[0]?.offset).toBe(0n);
      expect(valuesOf(records)).toEqual(range(0, records.length));
    }
    expect(retries.map((event) => [event.topic, event.partition, event.attempt])).toEqual(
      failed.map((_, index) => [topic.name, 0, index + 1]),
    );
    await until('60 records in work reported', () => sum(handled.map((event) => event.records)) >= 60);
    expect(handled.every((event) => event.seconds >= 0 && event.topic === topic.name)).toBe(true);
  });

  it('goes on after the records that failed, when the failure is over, in the order of the partition', async () => {
    const topic = await scope.topic();
    await scope.bus.publish(numbered(topic, 0, 40));
    const recorder = new Recorder();
    let failures = 0;
    await scope.subscribe(
      { group: scope.group(), topics: [topic.name], from: 'earliest', maxBatchRecords: 10 },
      async (batch) => {
        const second = valuesOf(batch.records).includes('10');
        if (second && failures++ < 2) throw new Error('not yet');
        await recorder.handler(batch);
      },
    );
    await until('40 records', () => recorder.records.length >= 40);
    expect(recorder.values).toEqual(range(0, 40));
  });

  it('commits only after the handler resolved', async () => {
    const topic = await scope.topic();
    const group = scope.group();
    const options = { group, topics: [topic.name], from: 'earliest' } as const;
    await scope.bus.publish(numbered(topic, 0, 20));
    let seen = 0;
    const first = await scope.subscribe(options, async (batch) => {
      seen += batch.records.length;
      throw new Error('never finished');
    });
    await until('a batch', () => seen > 0);
    await first.close();
    expect((await scope.bus.lag(group, [topic.name])).map(({ lag }) => lag)).toEqual([20n]);
    const recorder = new Recorder();
    await scope.subscribe(options, recorder.handler);
    await until('20 records', () => recorder.records.length >= 20);
    expect(recorder.values).toEqual(range(0, 20));
  });
}

/** Events of a diagnostics channel, while the test process lives: groups are unique, so nothing else comes in. */
function listen<Event>(name: string, wanted: (event: Event) => boolean): Event[] {
  const events: Event[] = [];
  const listener = (message: unknown) => {
    if (wanted(message as Event)) events.push(message as Event);
  };
  subscribe(name, listener);
  listeners.push(() => unsubscribe(name, listener));
  return events;
}

const listeners: (() => void)[] = [];

/** Ends what `listen` began. */
export function stopListening(): void {
  for (const stop of listeners.splice(0)) stop();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
