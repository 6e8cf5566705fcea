import { expect, it } from 'vitest';
import { aborted, Gate, Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until } from './scope.js';

export function closingContract(scope: ContractScope): void {
  it('resumes after a close where the group committed', async () => {
    const topic = await scope.topic();
    const options = {
      group: scope.group(),
      topics: [topic.name],
      from: 'earliest',
      maxBatchRecords: 5,
    } as const;
    await scope.bus.publish(numbered(topic, 0, 100));
    const [before, after] = [new Recorder(), new Recorder()];
    const first = await scope.subscribe(options, async (batch) => {
      await before.handler(batch);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    await until('some records', () => before.records.length >= 10);
    await first.close();
    const committed = before.records.length;
    await scope.subscribe(options, after.handler);
    await until('the rest', () => before.records.length + after.records.length >= 100);
    expect(before.values).toEqual(range(0, committed));
    expect(after.values).toEqual(range(committed, 100 - committed));
  });

  it('waits for work in hand when it closes, and commits it', async () => {
    const topic = await scope.topic();
    const group = scope.group();
    const gate = new Gate();
    const recorder = new Recorder();
    await scope.bus.publish(numbered(topic, 0, 10));
    const subscription = await scope.subscribe(
      { group, topics: [topic.name], from: 'earliest' },
      async (batch) => {
        await recorder.handler(batch);
        await gate.opened;
      },
    );
    await until('a batch in work', () => recorder.batches.length > 0);
    let closed = false;
    const closing = subscription.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(false);
    gate.open();
    await closing;
    await subscription.close();
    const [partition] = await scope.bus.lag(group, [topic.name]);
    expect(partition?.lag).toBe(BigInt(10 - recorder.records.length));
  });

  it('aborts the signal when it closes; a handler that gives up then gets its records again later', async () => {
    const topic = await scope.topic();
    const options = { group: scope.group(), topics: [topic.name], from: 'earliest' } as const;
    await scope.bus.publish(numbered(topic, 0, 10));
    let inWork = false;
    const first = await scope.subscribe(options, async ({ signal }) => {
      inWork = true;
      await aborted(signal);
      throw new Error('gave up');
    });
    await until('a batch in work', () => inWork);
    await first.close();
    const recorder = new Recorder();
    await scope.subscribe(options, recorder.handler);
    await until('10 records', () => recorder.records.length >= 10);
    expect(recorder.values).toEqual(range(0, 10));
  });

  it('leaves the signal alone while the subscription lives', async () => {
    const topic = await scope.topic();
    const recorder = new Recorder();
    await scope.bus.publish(numbered(topic, 0, 10));
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('10 records', () => recorder.records.length >= 10);
    expect(recorder.batches.some((batch) => batch.signal.aborted)).toBe(false);
  });

  it('closes its subscriptions when the bus closes, after which publish rejects', async () => {
    const topic = await scope.topic();
    const group = scope.group();
    const bus = await scope.another();
    const recorder = new Recorder();
    await bus.subscribe({ group, topics: [topic.name], from: 'earliest' }, recorder.handler);
    await bus.publish(numbered(topic, 0, 10));
    await until('10 records', () => recorder.records.length >= 10);
    await bus.close();
    await bus.close();
    expect((await scope.bus.lag(group, [topic.name])).map(({ lag }) => lag)).toEqual([0n]);
    await expect(bus.publish(numbered(topic, 10, 1))).rejects.toThrow();
    await scope.bus.publish(numbered(topic, 20, 1));
    expect(recorder.values).toEqual(range(0, 10));
  });
}
