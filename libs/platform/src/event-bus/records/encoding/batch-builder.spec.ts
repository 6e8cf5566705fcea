import { Reader, readRecordsBatch } from '@platformatic/kafka';
import { describe, expect, it } from 'vitest';
import type { OutgoingRecord } from '../../event-bus.js';
import { BATCH, RECORD_OVERHEAD, stampBatch } from '../record-batch.js';
import { BatchBuilder } from './batch-builder.js';
import { RecordSlab } from './record-slab.js';
import { splitBatch } from './split-batch.js';

const NOW = 1_700_000_000_000;
const STAMP = { producerId: 7n, producerEpoch: 2, baseSequence: 40 };

const slab = new RecordSlab();
const encoded = (record: Partial<OutgoingRecord>) =>
  slab.encode({ topic: 't', key: null, value: null, ...record });
const open = (transactional = false) => new BatchBuilder({ baseTimestamp: NOW, transactional });

function batchOf(values: readonly (string | Buffer | null)[]): Buffer {
  const builder = open();
  for (const [index, value] of values.entries()) {
    const headers = { n: String(index) };
    builder.add(encoded({ key: `k${index}`, value, headers }), NOW + index, 1_000_000);
  }
  return builder.finish();
}

/** The library's own reader, which shares nothing with what is under test. */
const readBack = (batch: Buffer) => readRecordsBatch(Reader.from(batch));

describe('BatchBuilder', () => {
  it('writes records that another reader of the format finds the same', () => {
    const builder = open();
    const headers = { ce_id: '1', note: 'Wehr · 堰' };
    builder.add(encoded({ key: 'schlüssel', value: 'wert', headers }), NOW, 1_000);
    builder.add(encoded({}), NOW + 5, 1_000);
    builder.add(encoded({ key: Buffer.from([0, 255]), value: Buffer.alloc(0) }), NOW - 3, 1_000);
    const batch = builder.finish();
    stampBatch(batch, STAMP);
    const read = readBack(batch);
    expect(read).toMatchObject({
      magic: 2,
      attributes: 0,
      lastOffsetDelta: 2,
      firstTimestamp: BigInt(NOW),
      maxTimestamp: BigInt(NOW + 5),
      producerId: 7n,
      producerEpoch: 2,
      firstSequence: 40,
    });
    expect(read.records.map(({ key, value }) => [key?.toString('hex'), value?.toString('hex')])).toEqual([
      [Buffer.from('schlüssel').toString('hex'), Buffer.from('wert').toString('hex')],
      [undefined, undefined],
      ['00ff', ''],
    ]);
    expect(read.records.map(({ offsetDelta, timestampDelta }) => [offsetDelta, timestampDelta])).toEqual([
      [0, 0n],
      [1, 5n],
      [2, -3n],
    ]);
    expect(read.records[0]?.headers.map((pair) => pair.map(String))).toEqual([
      ['ce_id', '1'],
      ['note', 'Wehr · 堰'],
    ]);
  });

  it('has the checksum that the protocol defines, over everything behind it', () => {
    const batch = batchOf(['a']);
    stampBatch(batch, STAMP);
    expect(batch.readUInt32BE(BATCH.crc)).toBe(referenceCrc32c(batch.subarray(BATCH.attributes)));
  });

  it('takes no record beyond the limit, but a first one of any size', () => {
    const builder = open();
    expect(builder.add(encoded({ value: Buffer.alloc(500) }), NOW, 100)).toBe(true);
    expect(builder.add(encoded({ value: 'x' }), NOW, 100)).toBe(false);
    const small = open();
    while (small.add(encoded({ value: Buffer.alloc(100) }), NOW, 2_000))
      expect(small.bytes).toBeLessThanOrEqual(2_000);
    expect(small.finish().length).toBe(small.bytes);
    expect(small.bytes + 100).toBeGreaterThan(1_990);
  });

  it('takes no more for a record than was said, beside its key, value and headers', () => {
    const builder = open();
    for (let count = 0; count < 20_000; count += 1) {
      const record = encoded({ value: 'x' });
      const before = builder.bytes;
      builder.add(record, NOW, 10_000_000);
      expect(builder.bytes - before - (record.end - record.start)).toBeLessThanOrEqual(RECORD_OVERHEAD);
    }
  });

  it('marks the batches of transactions', () => {
    const builder = open(true);
    builder.add(encoded({ value: 'x' }), NOW, 1_000);
    expect(readBack(builder.finish()).attributes).toBe(1 << 4);
  });
});

describe('splitBatch', () => {
  it('makes two whole batches of one, the records in order and numbered anew', () => {
    const values = Array.from({ length: 200 }, (_, index) => `value ${index}`);
    const parts = splitBatch(batchOf(values), 130).map(readBack);
    expect(parts.map(({ records, lastOffsetDelta }) => [records.length, lastOffsetDelta])).toEqual([
      [130, 129],
      [70, 69],
    ]);
    expect(parts.flatMap(({ records }) => records.map(({ value }) => String(value)))).toEqual(values);
    expect(parts[1]?.records.map(({ offsetDelta }) => offsetDelta)).toEqual(
      Array.from({ length: 70 }, (_, at) => at),
    );
    expect(parts[1]?.records[3]).toMatchObject({ timestampDelta: 133n });
    expect(parts[1]?.records[3]?.headers.map((pair) => pair.map(String))).toEqual([['n', '133']]);
  });
});

/** CRC-32C bit by bit, from its definition: reflected polynomial 0x82f63b78. */
function referenceCrc32c(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f6_3b78 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
