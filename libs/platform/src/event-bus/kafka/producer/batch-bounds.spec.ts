import { expect, it } from 'vitest';
import { RecordSlab } from '../../records/encoding/record-slab.js';
import { BatchBounds, MAX_PARTITION_BYTES, notWritten } from './batch-bounds.js';
import { type Envelope, envelope, type Place } from './send-planner.js';

const slab = new RecordSlab();
const urls: readonly Place[] = [0, 1].map((partition) => ({ topic: 'urls', partition }));
const other: Place = { topic: 'other', partition: 0 };

const records = (place: Place | undefined, count: number, size: number): Envelope[] =>
  Array.from({ length: count }, () =>
    envelope(slab.encode({ topic: 'any', key: null, value: 'x'.repeat(size) }), place ?? other),
  );
const bytesOf = (envelopes: readonly Envelope[]) => envelopes.reduce((sum, { bytes }) => sum + bytes, 0);

const tooLarge = (refused: readonly Place[], written: readonly Place[] = []) =>
  Object.assign(new Error('too large'), { type: 'MESSAGE_TOO_LARGE', refused, written });

it('lowers the bound of the topic that refused, to half of what it refused, and no other', () => {
  const bounds = new BatchBounds();
  const share = records(urls[0], 10, 1_000);
  const sent = [...share, ...records(urls[1], 5, 1_000), ...records(other, 5, 1_000)];
  expect(bounds.lower(sent, tooLarge(urls.slice(0, 1)))).toBe(true);
  expect(bounds.of('urls')).toBe(bytesOf(share) / 2);
  expect(bounds.of('other')).toBe(MAX_PARTITION_BYTES);
});

it('goes by the smaller of two batches of a topic that were refused', () => {
  const bounds = new BatchBounds();
  const small = records(urls[1], 4, 1_000);
  bounds.lower([...records(urls[0], 10, 1_000), ...small], tooLarge(urls));
  expect(bounds.of('urls')).toBe(bytesOf(small) / 2);
});

it('lowers nothing for a record that is refused alone, nor for another reason', () => {
  const bounds = new BatchBounds();
  const alone = [...records(urls[0], 1, 50_000), ...records(urls[1], 5, 10)];
  expect(bounds.lower(alone, tooLarge(urls.slice(0, 1)))).toBe(false);
  const invalid = Object.assign(new Error('x'), { type: 'INVALID_RECORD' });
  expect(bounds.lower(records(urls[0], 5, 10), invalid)).toBe(false);
  expect(bounds.of('urls')).toBe(MAX_PARTITION_BYTES);
});

it('takes every topic for guilty where nobody says which was', () => {
  const bounds = new BatchBounds();
  const error = Object.assign(new Error('x'), { cause: { type: 'RECORD_LIST_TOO_LARGE' } });
  bounds.lower([...records(urls[0], 2, 500), ...records(other, 2, 500)], error);
  expect([bounds.of('urls'), bounds.of('other')].every((bound) => bound < 1_100)).toBe(true);
});

it('tries the default again after ten minutes: the topic may take more by then', () => {
  let now = 0;
  const bounds = new BatchBounds(() => now);
  bounds.lower(records(urls[0], 2, 500), tooLarge(urls));
  now = 599_000;
  expect(bounds.of('urls')).toBeLessThan(1_000);
  now = 600_001;
  expect(bounds.of('urls')).toBe(MAX_PARTITION_BYTES);
});

it('leaves out what the answer says was written, also where kafkajs wrapped the error', () => {
  const sent = [...records(urls[0], 2, 10), ...records(urls[1], 1, 10), ...records(urls[0], 1, 10)];
  const wrapped = new Error('wrapped', { cause: tooLarge(urls.slice(0, 1), urls.slice(1)) });
  expect(notWritten(sent, wrapped)).toEqual([sent[0], sent[1], sent[3]]);
  expect(notWritten(sent, new Error('no answer'))).toEqual(sent);
});
