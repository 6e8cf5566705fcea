import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { EventRecord, OutgoingRecord } from '../../event-bus/event-bus.js';
import { Recorder } from './recorder.js';
import { type ContractScope, until } from './scope.js';

const CLOCK_TOLERANCE_MS = 600_000;

export function recordContract(scope: ContractScope): void {
  const roundTrip = async (
    ...records: readonly Omit<OutgoingRecord, 'topic' | 'partition'>[]
  ): Promise<EventRecord[]> => {
    const topic = await scope.topic();
    await scope.bus.publish(records.map((record) => ({ ...record, topic: topic.name, partition: 0 })));
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('the records', () => recorder.records.length >= records.length);
    expect(recorder.records.every((record) => record.topic === topic.name)).toBe(true);
    return recorder.records;
  };

  it('keeps headers, in any script', async () => {
    const headers = { ce_id: '1', empty: '', 'x-note': 'Wehr · 堰 · ✓' };
    const [withHeaders, without] = await roundTrip(
      { key: 'a', value: 'b', headers },
      { key: 'a', value: 'b' },
    );
    expect(withHeaders?.headers).toEqual(headers);
    expect(without?.headers).toEqual({});
  });

  it('tells a null key and a null value from empty ones', async () => {
    const records = await roundTrip(
      { key: null, value: 'no key' },
      { key: 'tombstone', value: null },
      { key: null, value: null },
      { key: 'empty', value: '' },
    );
    expect(records.map(({ key, value }) => [key?.toString() ?? null, value?.toString() ?? null])).toEqual([
      [null, 'no key'],
      ['tombstone', null],
      [null, null],
      ['empty', ''],
    ]);
  });

  it('keeps binary keys and values to the byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const [record] = await roundTrip({ key: bytes, value: bytes });
    expect(record?.key).toEqual(bytes);
    expect(record?.value).toEqual(bytes);
  });

  it('stamps records with the time', async () => {
    const [record] = await roundTrip({ key: null, value: 'now' });
    expect(Math.abs((record?.timestamp ?? 0) - Date.now())).toBeLessThan(CLOCK_TOLERANCE_MS);
  });

  it('carries a record of 900 KiB', async () => {
    const value = randomBytes(900 * 1024);
    const [record] = await roundTrip({ key: 'large', value });
    expect(record?.value?.equals(value)).toBe(true);
  });

  it('carries several large records of one publish, in order', async () => {
    const values = Array.from({ length: 5 }, () => randomBytes(700 * 1024));
    const records = await roundTrip(...values.map((value) => ({ key: 'large', value })));
    expect(records.map((record, index) => record.value?.equals(values[index] ?? Buffer.alloc(0)))).toEqual(
      values.map(() => true),
    );
  });

  it('refuses a record over the bound of its topic, and goes on', async () => {
    const topic = await scope.topic();
    const publish = (value: string | Buffer) =>
      scope.bus.publish([{ topic: topic.name, key: 'k', value, partition: 0 }]);
    await expect(publish(randomBytes(2 * 1024 * 1024))).rejects.toMatchObject({ code: 'WEIR_BUS_REJECTED' });
    await publish('small');
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await until('the small record', () => recorder.values.includes('small'));
    expect(recorder.values).toEqual(['small']);
  });

  it('takes a publish of nothing', async () => {
    await expect(scope.bus.publish([])).resolves.toBeUndefined();
  });
}
