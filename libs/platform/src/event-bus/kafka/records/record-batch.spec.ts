import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutgoingRecord } from '../../event-bus.js';
import { decodeRecords, isControl, isTransactional, readBatches } from './record-batch-decoder.js';
import { encodeRecordBatch, sizeInBatch } from './record-batch-encoder.js';
import { RecordSlab } from './record-slab.js';

const require = createRequire(import.meta.url);
const TIMESTAMP = 1_790_000_000_123;
const PRODUCER = { producerId: 7n, producerEpoch: 3, transactional: false };

type Parts = Omit<OutgoingRecord, 'topic'>;

function batchOf(records: readonly Parts[], producer = PRODUCER, slab = new RecordSlab()): Buffer {
  const encoded = records.map((record) => slab.encode({ topic: 't', ...record }));
  return encodeRecordBatch({ records: encoded, firstSequence: 5, timestamp: TIMESTAMP }, producer);
}

function decoded(set: Buffer, from = 0n) {
  return readBatches(set).flatMap((batch) => decodeRecords(batch, 't', 4, from));
}

const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const field = fc.option(
  fc.oneof(
    text,
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  ),
);
const names = fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name !== '__proto__');
const headers = fc.option(fc.dictionary(names, text, { maxKeys: 4 }), { nil: undefined });
const anyRecord = fc.record(
  { key: field, value: field, headers, sharedHeaders: headers },
  { requiredKeys: ['key', 'value'] },
);

const bytesOf = (data: string | Buffer | null) => (data === null ? null : Buffer.from(data));

describe('a record batch', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 80 }), (records) => {
        const found = decoded(batchOf(records as Parts[]));
        expect(found.map(({ key, value, headers: read }) => ({ key, value, headers: { ...read } }))).toEqual(
          records.map(({ key, value, headers: own, sharedHeaders: shared }) => ({
            key: bytesOf(key),
            value: bytesOf(value),
            headers: { ...shared, ...own },
          })),
        );
        expect(found.map(({ offset }) => offset)).toEqual(records.map((_, index) => BigInt(index)));
        expect(new Set(found.map(({ timestamp }) => timestamp))).toEqual(new Set([TIMESTAMP]));
      }),
    );
  });

  it('is read by kafkajs, which agrees on every field', async () => {
    const Decoder = require('kafkajs/src/protocol/decoder.js');
    const decode = require('kafkajs/src/protocol/recordBatch/v0/decoder.js');
    const batch = batchOf([
      { key: 'ключ', value: 'x'.repeat(70), headers: { a: '1', b: '✓' } },
      { key: null, value: null },
    ]);
    expect(await decode(new Decoder(batch))).toMatchObject({
      producerId: '7',
      producerEpoch: 3,
      firstSequence: 5,
      lastOffsetDelta: 1,
      firstTimestamp: String(TIMESTAMP),
      maxTimestamp: String(TIMESTAMP),
      inTransaction: false,
      records: [
        {
          key: Buffer.from('ключ'),
          value: Buffer.from('x'.repeat(70)),
          headers: { a: Buffer.from('1'), b: Buffer.from('✓') },
        },
        { key: null, value: null },
      ],
    });
  });

  it('carries the checksum that kafkajs computes', () => {
    const crc32C = require('kafkajs/src/protocol/recordBatch/crc32C/index.js');
    const batch = batchOf([{ key: 'k', value: 'v' }]);
    expect(batch.readUInt32BE(17)).toBe(crc32C(batch.subarray(21)) >>> 0);
  });

  it('takes exactly the bytes it was said to take', () => {
    const slab = new RecordSlab();
    const records = Array.from({ length: 200 }, (_, index) =>
      slab.encode({ topic: 't', key: 'k', value: 'v'.repeat(index) }),
    );
    const bytes = records.reduce((sum, record, place) => sum + sizeInBatch(record, place), 61);
    expect(encodeRecordBatch({ records, firstSequence: 0, timestamp: 0 }, PRODUCER)).toHaveLength(bytes);
  });

  it('says whether it is part of a transaction', () => {
    const [plain] = readBatches(batchOf([{ key: null, value: 'v' }]));
    const [within] = readBatches(batchOf([{ key: null, value: 'v' }], { ...PRODUCER, transactional: true }));
    expect([plain, within].map((each) => each && [isTransactional(each), isControl(each)])).toEqual([
      [false, false],
      [true, false],
    ]);
  });

  it('is read from an offset on', () => {
    const batch = batchOf(['a', 'b', 'c'].map((value) => ({ key: null, value })));
    batch.writeBigInt64BE(100n, 0);
    expect(decoded(batch, 101n).map(({ offset, value }) => [offset, String(value)])).toEqual([
      [101n, 'b'],
      [102n, 'c'],
    ]);
    expect(decoded(batch, 103n)).toEqual([]);
  });

  it('is left out where the fetch cut it off', () => {
    const whole = batchOf([{ key: null, value: 'a' }]);
    const set = Buffer.concat([whole, batchOf([{ key: null, value: 'b' }]).subarray(0, -1)]);
    expect(decoded(set).map(({ value }) => String(value))).toEqual(['a']);
    expect(decoded(whole.subarray(0, 40))).toEqual([]);
  });

  it('goes over the end of a slab, and holds records larger than one', () => {
    const slab = new RecordSlab();
    const values = [200_000, 100_000, 700_000, 3].map((length, index) => String(index).repeat(length));
    const batch = batchOf(
      values.map((value) => ({ key: null, value })),
      PRODUCER,
      slab,
    );
    expect(decoded(batch).map(({ value }) => String(value))).toEqual(values);
  });

  it('refuses the formats before 2', () => {
    const batch = batchOf([{ key: null, value: 'a' }]);
    batch.writeInt8(1, 16);
    expect(() => readBatches(batch)).toThrow(/format 1/);
  });
});
