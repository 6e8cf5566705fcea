import { describe, expect, it } from 'vitest';
import { readBatch } from '../testing/read-batch.js';
import { batchOf } from '../testing/records.js';

describe('readBatch', () => {
  it('gives each record its id: the producer’s, or its place', () => {
    const { accepted } = readBatch(batchOf(['{"url":"a.example","id":"mine"}', 'b.example']));
    expect(accepted.map(({ id }) => id)).toEqual(['mine', 'urls.submitted-3-1']);
  });

  it('gives a replay the id of the record it is a replay of', () => {
    const { records, ...batch } = batchOf(['a.example', '{"url":"b.example","id":"mine"}']);
    const headers = { 'replay-of': 'urls.submitted-5-77' };
    const { accepted } = readBatch({ ...batch, records: records.map((each) => ({ ...each, headers })) });
    expect(accepted.map(({ id }) => id)).toEqual(['urls.submitted-5-77', 'mine']);
  });

  it('keeps the order and sets aside what cannot be classified', () => {
    const values = [
      'a.example',
      null,
      Buffer.from([0xff]),
      '{"url":7}',
      'ftp://files.example/',
      'two words.example',
      `a.example/${'x'.repeat(65_536)}`,
      'b.example',
    ];
    const { accepted, refused } = readBatch(batchOf(values));
    expect(accepted.map(({ record }) => Number(record.offset))).toEqual([0, 7]);
    expect(refused.map(({ record, refusal }) => [Number(record.offset), refusal.reason])).toEqual([
      [1, 'empty'],
      [2, 'encoding'],
      [3, 'shape'],
      [4, 'url'],
      [5, 'url'],
      [6, 'url'],
    ]);
  });
});
