import { expect, it } from 'vitest';
import type { EventBatch } from '../../event-bus/event-bus.js';
import { aborted, Gate, Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until, valuesOf } from './scope.js';

const DEFAULT_MAX_BATCH_BYTES = 1_048_576;

export function publishingContract(scope: ContractScope): void {
  const read = async (topic: string): Promise<Recorder> => {
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic], from: 'earliest' }, recorder.handler);
    return recorder;
  };

  it('publishes what a handler gives its batch before the handler has ended', async () => {
    const [input, output] = [await scope.topic(), await scope.topic()];
    const gate = new Gate();
    const outputs = await read(output.name);
    await scope.bus.publish(numbered(input, 0, 10));
    await scope.subscribe(
      { group: scope.group(), topics: [input.name], from: 'earliest' },
      async ({ records, publish, signal }) => {
        await publish(records.map(({ value }) => ({ topic: output.name, key: null, value })));
        await Promise.race([gate.opened, aborted(signal)]);
      },
    );
    await until('the first outputs', () => outputs.records.length > 0);
    gate.open();
    await until('10 outputs', () => outputs.records.length >= 10);
    expect(outputs.values).toEqual(range(0, 10));
  });

  it('tells the handler of a record that is refused, and keeps what a failed handler had published', async () => {
    const [input, output] = [await scope.topic(), await scope.topic()];
    const refusals: unknown[] = [];
    const outputs = await read(output.name);
    await scope.bus.publish(numbered(input, 0, 1));
    await scope.subscribe(
      { group: scope.group(), topics: [input.name], from: 'earliest' },
      async ({ publish }) => {
        if (refusals.length > 0) return publish([{ topic: output.name, key: null, value: 'second' }]);
        await publish([{ topic: output.name, key: null, value: 'first' }]);
        const large = Buffer.alloc(2 * DEFAULT_MAX_BATCH_BYTES);
        await publish([{ topic: output.name, key: null, value: large }]).catch((error: unknown) => {
          refusals.push(error);
          throw error;
        });
      },
    );
    await until('both attempts', () => outputs.values.includes('second'));
    expect(outputs.values).toEqual(['first', 'second']);
    expect(refusals).toMatchObject([{ code: 'WEIR_BUS_REJECTED' }]);
  });

  it("merges the headers that records share with each record's own, which win", async () => {
    const topic = await scope.topic();
    const sharedHeaders = { ce_type: 'shared', ce_source: '/weir · 堰' };
    const record = { topic: topic.name, key: null, value: 'x', partition: 0 };
    await scope.bus.publish([
      { ...record, sharedHeaders, headers: { ce_id: '1' } },
      { ...record, sharedHeaders, headers: { ce_id: '2', ce_type: 'own' } },
      { ...record, sharedHeaders },
      { ...record, sharedHeaders: {}, headers: { ce_id: '4' } },
      { ...record, headers: { ce_id: '5' } },
      record,
      { ...record, sharedHeaders: { ...sharedHeaders, ce_type: 'another' }, headers: { ce_id: '7' } },
    ]);
    const { source, headers } = { source: sharedHeaders.ce_source, headers: await headersOf(topic.name, 7) };
    expect(headers).toEqual([
      { ce_id: '1', ce_type: 'shared', ce_source: source },
      { ce_id: '2', ce_type: 'own', ce_source: source },
      { ce_type: 'shared', ce_source: source },
      { ce_id: '4' },
      { ce_id: '5' },
      {},
      { ce_id: '7', ce_type: 'another', ce_source: source },
    ]);
  });

  it('bounds batches by maxBatchBytes; a larger record comes alone, in its place', async () => {
    const topic = await scope.topic();
    const bytes = [...Array(20).fill(1_000), 9_000, ...Array(20).fill(1_000), 9_000, 9_000, 1_000];
    const values = bytes.map((length, index) => String(index).padEnd(length));
    await scope.bus.publish(values.map((value) => ({ topic: topic.name, key: null, value, partition: 0 })));
    const recorder = new Recorder();
    const options = { group: scope.group(), topics: [topic.name], from: 'earliest' } as const;
    await scope.subscribe({ ...options, maxBatchBytes: 4_000 }, recorder.handler);
    await until('all records', () => recorder.records.length >= values.length);
    expect(recorder.values).toEqual(values);
    const over = recorder.batches.filter((batch) => bytesOf(batch) > 4_000);
    expect(over.map(({ records }) => valuesOf(records))).toEqual(
      values.filter(({ length }) => length > 4_000).map((value) => [value]),
    );
    expect(recorder.batches.length).toBeLessThan(values.length);
  });

  it('bounds batches to 1 MiB where nothing is said', async () => {
    const topic = await scope.topic();
    const value = Buffer.alloc(400 * 1024, 'x');
    const record = { topic: topic.name, key: null, value, partition: 0 };
    for (let count = 0; count < 6; count += 1) await scope.bus.publish([record]);
    const recorder = await read(topic.name);
    await until('6 records', () => recorder.records.length >= 6);
    expect(recorder.records).toHaveLength(6);
    expect(Math.max(...recorder.batches.map(bytesOf))).toBeLessThanOrEqual(DEFAULT_MAX_BATCH_BYTES);
  });

  const headersOf = async (topic: string, count: number) => {
    const recorder = await read(topic);
    await until(`${count} records`, () => recorder.records.length >= count);
    return recorder.records.map(({ headers }) => headers);
  };
}

function bytesOf({ records }: EventBatch): number {
  return records.reduce((total, { key, value }) => total + (key?.length ?? 0) + (value?.length ?? 0), 0);
}
