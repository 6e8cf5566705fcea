import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutgoingRecord } from '../event-bus.js';
import { FetchedRecords } from './decoding/fetched-records.js';
import type { RecordView } from './decoding/record-view.js';
import { BatchBuilder } from './encoding/batch-builder.js';
import { RecordSlab } from './encoding/record-slab.js';
import { BATCH, stampBatch } from './record-batch.js';

const require = createRequire(import.meta.url);
const TIMESTAMP = 1_790_000_000_123;
const STAMP = { producerId: 7n, producerEpoch: 3, baseSequence: 5 };
const ALL = { records: 1_000, bytes: 10_000_000 };

type Parts = Omit<OutgoingRecord, 'topic'>;

function batchOf(records: readonly Parts[], slab = new RecordSlab()): Buffer {
  const builder = new BatchBuilder({ baseTimestamp: TIMESTAMP, transactional: false });
  for (const record of records)
    builder.add(slab.encode({ topic: 't', ...record }), TIMESTAMP, Number.POSITIVE_INFINITY);
  const batch = builder.finish();
  stampBatch(batch, STAMP);
  return batch;
}

function decoded(set: Buffer, from = 0): RecordView[] {
  const target: RecordView[] = [];
  new FetchedRecords({ topic: 't', partition: 4 }, set, from, [], 0n).take(target, ALL, 0);
  return target;
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
    expect(batch.readUInt32BE(BATCH.crc)).toBe(crc32C(batch.subarray(BATCH.attributes)) >>> 0);
  });

  it('is read from an offset on', () => {
    const batch = batchOf(['a', 'b', 'c'].map((value) => ({ key: null, value })));
    batch.writeBigInt64BE(100n, BATCH.baseOffset);
    expect(decoded(batch, 101).map(({ offset, value }) => [offset, String(value)])).toEqual([
      [101n, 'b'],
      [102n, 'c'],
    ]);
    expect(decoded(batch, 103)).toEqual([]);
  });

  it('holds what goes over the end of a slab, and records larger than one', () => {
    const values = [200_000, 100_000, 700_000, 3].map((length, index) => String(index).repeat(length));
    const batch = batchOf(values.map((value) => ({ key: null, value })));
    expect(decoded(batch).map(({ value }) => String(value))).toEqual(values);
  });

  it('has the headers that records share in each, encoded again where others come in between', () => {
    const slab = new RecordSlab();
    const [one, other] = [{ type: 'one', source: 'ü'.repeat(100) }, { type: 'other' }];
    const records = [one, one, other, one].map((sharedHeaders, index) => ({
      key: null,
      value: 'v',
      sharedHeaders,
      headers: index === 1 ? { type: 'own' } : { ce_id: String(index) },
    }));
    expect(decoded(batchOf(records, slab)).map(({ headers: read }) => read)).toEqual([
      { ...one, ce_id: '0' },
      { ...one, type: 'own' },
      { ...other, ce_id: '2' },
      { ...one, ce_id: '3' },
    ]);
  });
});
