import { expect, it } from 'vitest';
import type { EventBatch } from '../../event-bus/event-bus.js';
import { drained, settledRecords } from './fence.js';
import { aborted, Gate, Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until, valuesOf } from './scope.js';
import { expectEachOnce, keyed, outputsOf, pipeline } from './transforming.js';

export function exactlyOnceContract(scope: ContractScope): void {
  it('shows what a handler published once the handler resolved, not before', async () => {
    const { input, output, options } = await pipeline(scope, 1);
    const other = await scope.topic();
    const [outputs, others, gate] = [new Recorder(), new Recorder(), new Gate()];
    const reading = { topics: [output.name], from: 'earliest' } as const;
    await scope.subscribe({ ...reading, group: scope.group() }, outputs.handler);
    await scope.subscribe({ ...reading, group: scope.group(), topics: [other.name] }, others.handler);
    await scope.bus.publish(numbered(input, 0, 10));
    let published = false;
    await scope.subscribe(options, async (batch) => {
      await batch.publish(outputsOf(batch, output));
      published = true;
      await Promise.race([gate.opened, aborted(batch.signal)]);
    });
    await until('outputs that are held back', () => published);
    // As long as other records take to arrive, several times.
    for (let count = 1; count <= 3; count += 1) {
      await scope.bus.publish(numbered(other, count, 1));
      await until('a record of another topic', () => others.records.length >= count);
    }
    expect(outputs.values).toEqual([]);
    expect((await scope.bus.lag(options.group, [input.name])).map(({ lag }) => lag)).toEqual([10n]);
    gate.open();
    await until('the outputs', () => outputs.records.length >= 10);
    await drained(scope, options.group, input);
    expect(outputs.values).toEqual(range(0, 10).map((offset) => `0:${offset}`));
  });

  it('leaves no trace of attempts that failed, in any of the topics written to', async () => {
    const { input, output, options } = await pipeline(scope, 1);
    const second = await scope.topic();
    await scope.bus.publish(numbered(input, 0, 10));
    let attempts = 0;
    const subscription = await scope.subscribe(options, async (batch) => {
      attempts += 1;
      const attempt = attempts;
      const outputs = (topic: string) =>
        batch.records.map(({ key, value }) => ({ topic, key, value: `${value}@${Math.min(attempt, 4)}` }));
      if (attempt !== 2) await batch.publish(outputs(output.name));
      if (attempt === 1) throw new Error('after the first topic');
      await batch.publish(outputs(second.name));
      if (attempt <= 3) throw new Error('after the second topic');
    });
    await drained(scope, options.group, input);
    await subscription.close();
    for (const topic of [output, second]) {
      const values = valuesOf(await settledRecords(scope, [topic]));
      expect(values.toSorted()).toEqual(range(0, 10).map((value) => `${value}@4`));
    }
  });

  it('moves the group on with the outputs, through a close and another member', async () => {
    const { input, output, options } = await pipeline(scope, 2);
    await scope.bus.publish(keyed(input, 0, 100));
    let batches = 0;
    const transform = async (batch: EventBatch) => {
      await batch.publish(outputsOf(batch, output));
      batches += 1;
    };
    for (const enough of [3, 9, 20]) {
      const member = await scope.subscribe(
        { ...options, maxBatchRecords: 5 },
        transform,
        await scope.another(),
      );
      await until('some batches', () => batches >= enough);
      await member.close();
    }
    const last = await scope.subscribe(options, transform);
    await drained(scope, options.group, input);
    await last.close();
    expectEachOnce(await settledRecords(scope, [output]), input, 100);
  });

  it('does not let a slow batch hold up what other partitions publish, to the same places', async () => {
    const { input, output, options } = await pipeline(scope, 2);
    const [outputs, gate] = [new Recorder(), new Gate()];
    await scope.subscribe({ group: scope.group(), topics: [output.name], from: 'earliest' }, outputs.handler);
    await scope.bus.publish(keyed(input, 0, 10));
    let held = false;
    const subscription = await scope.subscribe(options, async (batch) => {
      if (batch.partition === 1) await until('the slow batch has published', () => held);
      await batch.publish(outputsOf(batch, output).map((record) => ({ ...record, partition: 0 })));
      held = true;
      if (batch.partition === 0) await Promise.race([gate.opened, aborted(batch.signal)]);
    });
    await until('the outputs of the other partition', () => outputs.records.length >= 10);
    expect(outputs.values).toEqual(range(0, 10).map((offset) => `1:${offset}`));
    gate.open();
    await drained(scope, options.group, input);
    await subscription.close();
    expectEachOnce(await settledRecords(scope, [output]), input, 10);
  });

  it('moves the group on where a batch leads to nothing', async () => {
    const { input, options } = await pipeline(scope, 1);
    const recorder = new Recorder();
    await scope.bus.publish(numbered(input, 0, 10));
    const first = await scope.subscribe(options, recorder.handler);
    await drained(scope, options.group, input);
    await first.close();
    await scope.subscribe(options, recorder.handler);
    await scope.bus.publish(numbered(input, 10, 1));
    await until('the last record', () => recorder.values.includes('10'));
    expect(recorder.values).toEqual(range(0, 11));
  });

  it('keeps nothing of a batch with a record that is refused, and goes on without that record', async () => {
    const { input, output, options } = await pipeline(scope, 1);
    await scope.bus.publish(numbered(input, 0, 10));
    let attempts = 0;
    const subscription = await scope.subscribe(options, async (batch) => {
      attempts += 1;
      await batch.publish(outputsOf(batch, output));
      // Refused at once, or with the batch: the handler is called again either way.
      if (attempts === 1)
        await batch.publish([{ topic: output.name, key: 'k', value: Buffer.alloc(2_097_152) }]);
    });
    await drained(scope, options.group, input);
    await subscription.close();
    expect(attempts).toBeGreaterThan(1);
    expectEachOnce(await settledRecords(scope, [output]), input, 10);
  });

  it('publishes nothing with a batch that is over', async () => {
    const { input, output, options } = await pipeline(scope, 1);
    const recorder = new Recorder();
    await scope.bus.publish(numbered(input, 0, 2));
    const failed: EventBatch[] = [];
    const subscription = await scope.subscribe(options, async (batch) => {
      if (failed.push(batch) === 1) throw new Error('given up');
      await recorder.handler(batch);
    });
    await drained(scope, options.group, input);
    for (const batch of [...failed, ...recorder.batches])
      await expect(batch.publish(outputsOf(batch, output))).rejects.toThrow();
    await subscription.close();
    expect(await settledRecords(scope, [output])).toEqual([]);
  });
}
