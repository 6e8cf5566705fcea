import zlib from 'node:zlib';
import { type CreateRecordsBatchOptions, createRecordsBatch } from '@platformatic/kafka';
import { describe, expect, it } from 'vitest';
import { BATCH, CONTROL, TRANSACTIONAL } from '../record-batch.js';
import type { AbortedTransaction } from './aborted-transactions.js';
import { endOfSet, FetchedRecords } from './fetched-records.js';
import type { RecordView } from './record-view.js';

const PLACE = { topic: 't', partition: 3 };
const ALL = { records: 1_000, bytes: 1_000_000 };
const TIME = 1_700_000_000_000;

interface Shape {
  readonly compression?: 'gzip' | 'snappy' | 'lz4';
  readonly producerId?: bigint;
  readonly attributes?: number;
}

/** A batch by the library's own writer, at an offset. */
function batch(offset: number, values: readonly string[], shape: Shape = {}): Buffer {
  const messages = values.map((value, index) => ({
    topic: 't',
    key: Buffer.from(`k${value}`),
    value: Buffer.from(value),
    headers: new Map([[Buffer.from('h'), Buffer.from(value)]]),
    timestamp: BigInt(TIME + index),
  }));
  const { compression = 'none', producerId = -1n, attributes } = shape;
  const options: Partial<CreateRecordsBatchOptions> = { compression, producerId };
  const data = Buffer.from(createRecordsBatch(messages, options).buffer);
  data.writeBigInt64BE(BigInt(offset), BATCH.baseOffset);
  if (attributes !== undefined) data.writeInt16BE(attributes, BATCH.attributes);
  return data;
}

const transactional = (offset: number, values: readonly string[], producerId: bigint) =>
  batch(offset, values, { producerId, attributes: TRANSACTIONAL });

/** The end of a transaction: type 0 for an abort, 1 for a commit. */
function marker(offset: number, producerId: bigint, type: 0 | 1): Buffer {
  const messages = [{ topic: 't', key: Buffer.from([0, 0, 0, type]), value: Buffer.alloc(6), timestamp: 0n }];
  const data = Buffer.from(createRecordsBatch(messages, { producerId }).buffer);
  data.writeBigInt64BE(BigInt(offset), BATCH.baseOffset);
  data.writeInt16BE(TRANSACTIONAL | CONTROL, BATCH.attributes);
  return data;
}

/** A batch whose records compaction deleted: its header stays. */
function emptied(offset: number, lastOffsetDelta: number, attributes = 0): Buffer {
  const data = batch(offset, ['x']).subarray(0, BATCH.records);
  data.writeInt32BE(BATCH.records - 12, BATCH.length);
  data.writeInt32BE(lastOffsetDelta, BATCH.lastOffsetDelta);
  data.writeInt16BE(attributes, BATCH.attributes);
  data.writeInt32BE(0, BATCH.count);
  return data;
}

const fetched = (batches: readonly Buffer[], position = 0, aborted: readonly AbortedTransaction[] = []) =>
  new FetchedRecords(PLACE, Buffer.concat(batches), position, aborted, 100n);

function taken(records: FetchedRecords, bound = ALL): RecordView[] {
  const target: RecordView[] = [];
  records.take(target, bound, 0);
  return target;
}

const values = (records: readonly RecordView[]) => records.map(({ value }) => String(value));

describe('FetchedRecords', () => {
  it('gives what was written: offsets, keys, values, headers, times', () => {
    const [first, second] = taken(fetched([batch(10, ['a', 'b'])]));
    expect(first).toMatchObject({
      topic: 't',
      partition: 3,
      offset: 10n,
      timestamp: TIME,
      headers: { h: 'a' },
    });
    expect([String(second?.key), String(second?.value), second?.offset, second?.timestamp]).toEqual([
      'kb',
      'b',
      11n,
      TIME + 1,
    ]);
  });

  it.each(['gzip', 'snappy', 'lz4'] as const)('reads %s', (compression) => {
    const long = Array.from({ length: 300 }, (_, index) => `value ${index} ${'x'.repeat(50)}`);
    const records = taken(fetched([batch(0, long, { compression })]));
    expect(values(records)).toEqual(long);
    expect(records[299]?.headers).toEqual({ h: long[299] });
  });

  it('goes on amid a batch where it was asked to, and where a bound ended it', () => {
    const records = fetched([batch(0, ['a', 'b', 'c']), batch(3, ['d', 'e'])], 1);
    expect(records.end).toBe(5);
    expect(values(taken(records, { records: 3, bytes: 1_000 }))).toEqual(['b', 'c', 'd']);
    expect([records.next, records.done]).toEqual([4, false]);
    expect(values(taken(records))).toEqual(['e']);
    expect([records.next, records.done, records.bytes]).toEqual([5, true, 0]);
  });

  it('bounds bytes of keys and values, but for a record that is larger by itself', () => {
    const long = 'x'.repeat(50);
    const records = fetched([batch(0, ['aaa', 'bbb', long, 'ccc'])]);
    const bound = { records: 10, bytes: 14 };
    const rounds = Array.from({ length: 3 }, () => values(taken(records, bound)));
    expect(rounds).toEqual([['aaa', 'bbb'], [long], ['ccc']]);
  });

  it('leaves out a batch that the broker cut', () => {
    const second = batch(2, ['c', 'd']);
    const records = fetched([batch(0, ['a', 'b']), second.subarray(0, second.length - 1)]);
    expect([values(taken(records)), records.end]).toEqual([['a', 'b'], 2]);
    expect(fetched([second.subarray(0, 30)]).end).toBe(0);
  });

  it('passes over batches that compaction emptied', () => {
    const records = fetched([emptied(0, 4), batch(5, ['a']), emptied(6, 9)]);
    expect([values(taken(records)), records.next]).toEqual([['a'], 16]);
  });

  it('hands over no record of an aborted transaction, though one producer had several in a fetch', () => {
    const records = fetched(
      [
        transactional(0, ['bad 1'], 9n),
        transactional(1, ['other'], 8n),
        marker(2, 9n, 0),
        transactional(3, ['good'], 9n),
        marker(4, 9n, 1),
        transactional(5, ['bad 2'], 9n),
        marker(6, 9n, 0),
        marker(7, 8n, 1),
      ],
      0,
      [
        { producerId: 9n, firstOffset: 5 },
        { producerId: 9n, firstOffset: 0 },
      ],
    );
    expect([values(taken(records)), records.next]).toEqual([['other', 'good'], 8]);
  });

  it('hands over no record of an aborted transaction whose end lies in the next fetch', () => {
    const records = fetched([transactional(0, ['bad'], 9n), batch(1, ['good'])], 0, [
      { producerId: 9n, firstOffset: 0 },
    ]);
    expect(values(taken(records))).toEqual(['good']);
  });

  it('hides all of several transactions that began before the fetch: kafkajs shows the first batch of the second', () => {
    const records = fetched(
      [
        transactional(100, ['of 2'], 2n),
        transactional(101, ['of 1'], 1n),
        marker(102, 1n, 0),
        marker(103, 2n, 0),
        transactional(104, ['after'], 2n),
      ],
      100,
      [
        { producerId: 1n, firstOffset: 50 },
        { producerId: 2n, firstOffset: 60 },
      ],
    );
    expect([values(taken(records)), records.next]).toEqual([['after'], 105]);
  });

  it('hides nothing of other producers, nor records outside of transactions', () => {
    const outside = batch(2, ['outside'], { producerId: 1n });
    const set = [transactional(0, ['bad'], 1n), transactional(1, ['good'], 2n), outside, marker(3, 1n, 0)];
    expect(values(taken(fetched(set, 0, [{ producerId: 1n, firstOffset: 0 }])))).toEqual(['good', 'outside']);
  });

  it('says where a set ends, as far as it is whole', () => {
    const second = batch(10, ['c', 'd']);
    expect(endOfSet(Buffer.concat([batch(5, ['a', 'b']), emptied(7, 2)]))).toBe(10);
    expect(endOfSet(Buffer.concat([batch(5, ['a', 'b']), second.subarray(0, -1)]))).toBe(7);
    expect(endOfSet(second.subarray(0, 40))).toBeUndefined();
  });

  it('reads zstd where Node.js does, and says so where it does not', () => {
    const plain = batch(0, ['a']);
    const compress = (zlib as { readonly zstdCompressSync?: (data: Buffer) => Buffer }).zstdCompressSync;
    const packed = Buffer.concat([
      plain.subarray(0, BATCH.records),
      compress?.(plain.subarray(BATCH.records)) ?? Buffer.from('zstd'),
    ]);
    packed.writeInt32BE(packed.length - 12, BATCH.length);
    packed.writeInt16BE(4, BATCH.attributes);
    if (compress === undefined) expect(() => taken(fetched([packed]))).toThrow('22.15');
    else expect(values(taken(fetched([packed])))).toEqual(['a']);
  });

  it('copes with markers that compaction emptied, and with those of transactions it was not told of', () => {
    const records = fetched([marker(0, 5n, 0), emptied(1, 0, TRANSACTIONAL | CONTROL), batch(2, ['a'])]);
    expect(values(taken(records))).toEqual(['a']);
  });

  it('says so where a format is not known', () => {
    const old = batch(0, ['a']);
    old.writeInt8(1, BATCH.magic);
    expect(() => taken(fetched([old]))).toThrow('before Kafka 0.11');
  });
});
