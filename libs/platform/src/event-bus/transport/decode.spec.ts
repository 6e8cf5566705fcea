import { TOPICS, UrlSubmitted } from '@weir/contracts';
import { describe, expect, it } from 'vitest';
import type { EventRecord, OutgoingRecord } from '../event-bus.js';
import { deadLetter } from './dead-letter.js';
import { decodeEvents } from './decode.js';

const record = (value: Buffer | string | null, headers: Record<string, string> = {}): EventRecord => ({
  topic: 'urls.submitted',
  partition: 3,
  offset: 41n,
  key: Buffer.from('k'),
  value: value === null ? null : Buffer.from(value),
  headers,
  timestamp: 0,
});

const decode = (...values: (Buffer | string | null)[]) =>
  decodeEvents({ records: values.map((value) => record(value)) }, UrlSubmitted);

describe('decodeEvents', () => {
  it('gives instances of the class, with their records, in order', () => {
    const { events, rejected } = decode('{"url":"http://a/"}', '{"url":"http://b/","later":1}');
    expect(events.map(({ value }) => value.url)).toEqual(['http://a/', 'http://b/']);
    expect(events.every(({ value }) => value instanceof UrlSubmitted)).toBe(true);
    expect(events[0]?.record.offset).toBe(41n);
    expect(rejected).toEqual([]);
  });

  it.each([
    ['no value', null, /empty/],
    ['an empty value', '', /empty/],
    ['bytes that are not text', Buffer.from([0xff, 0xfe, 0x00]), /UTF-8/],
    ['text that is not JSON', 'http://a/', /not JSON/],
    ['JSON that is no object', '[1]', /JSON object/],
    ['a member of the wrong type', '{"url":1}', /url must be a string/],
  ])('rejects %s, with the reason', (_what, value, reason) => {
    const { events, rejected } = decode(value);
    expect(events).toEqual([]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.reason).toMatch(reason);
  });

  it('names each member that is wrong', () => {
    expect(decode('{"url":1,"id":""}').rejected[0]?.reason).toMatch(/url.*; .*id/);
  });

  it('keeps good records beside bad ones', () => {
    const { events, rejected } = decode('{"url":"http://a/"}', 'x', '{"url":"http://b/"}');
    expect([events.length, rejected.length]).toEqual([2, 1]);
  });
});

describe('deadLetter', () => {
  const published: OutgoingRecord[] = [];
  const bus = {
    publish: async (records: readonly OutgoingRecord[]) => {
      published.push(...records);
    },
  };

  it('publishes the bytes as they came, with the reason and the place', async () => {
    published.length = 0;
    const bytes = Buffer.from([0xff, 0x00, 0x01]);
    const source = record(bytes, {
      traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      'content-type': 'x/y',
    });
    await deadLetter(bus, [{ record: source, reason: 'the value is not UTF-8' }], {
      source: '/weir/inference',
    });
    const [rejected] = published;
    expect(rejected?.topic).toBe(TOPICS.urlsRejected.name);
    expect(rejected?.key).toEqual(Buffer.from('k'));
    expect(rejected?.value).toEqual(bytes);
    expect(rejected?.headers).toMatchObject({
      error: 'the value is not UTF-8',
      topic: 'urls.submitted',
      partition: '3',
      offset: '41',
      ce_id: 'urls.submitted-3-41',
      ce_source: '/weir/inference',
      ce_type: TOPICS.urlsRejected.eventType,
      'content-type': 'x/y',
    });
    expect(rejected?.headers?.traceparent).toMatch(new RegExp(`^00-${'a'.repeat(32)}-(?!b{16})`));
  });

  it('does not say that bytes are JSON, and bounds the reason', async () => {
    published.length = 0;
    await deadLetter(bus, [{ record: record('x'), reason: 'y'.repeat(5_000) }]);
    expect(published[0]?.headers?.['content-type']).toBe('application/octet-stream');
    expect(published[0]?.headers?.error).toHaveLength(1_000);
  });

  it('keeps the place a replay was refused at first, so that its next replay gets the same id', async () => {
    published.length = 0;
    const first = 'urls.submitted-11-7';
    const replayed = record('x', { 'replay-of': first });
    const forged = record('x', { 'replay-of': 'y'.repeat(100_000) });
    await deadLetter(
      bus,
      [replayed, forged, record('x')].map((each) => ({ record: each, reason: 'bad' })),
    );
    expect(published.map(({ headers }) => [headers?.['replay-of'], headers?.offset])).toEqual([
      [first, '41'],
      [undefined, '41'],
      [undefined, '41'],
    ]);
  });

  it('publishes nothing where nothing was rejected', async () => {
    published.length = 0;
    await deadLetter(bus, []);
    expect(published).toEqual([]);
  });
});
