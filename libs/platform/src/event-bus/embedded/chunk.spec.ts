import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventRecord } from '../event-bus.js';
import { type ChunkRecord, decodeChunk, encodeChunk, readHead } from './chunk.js';

const PLACE = { topic: 'topic', partition: 3 };

function decode(chunk: Buffer, from = 0, limit = Number.MAX_SAFE_INTEGER): EventRecord[] {
  const records: EventRecord[] = [];
  decodeChunk(chunk, PLACE, from, (record) => records.length < limit && records.push(record) > 0);
  return records;
}

const bytes = fc.option(fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)));
const contents = fc.record({
  key: bytes,
  value: bytes,
  headers: fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'binary' }), {
    noNullPrototype: true,
  }),
  gap: fc.nat(1_000_000),
});

describe('a chunk', () => {
  it('keeps a header that is named as what every object has', () => {
    const headers = Object.fromEntries([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    const chunk = encodeChunk(0, 0, [{ key: null, value: null, headers, delta: 0 }]);
    expect(Object.entries(decode(chunk)[0]?.headers ?? {})).toEqual(Object.entries(headers));
  });

  it('gives back what went in', () => {
    fc.assert(
      fc.property(
        fc.array(contents, { minLength: 1, maxLength: 20 }),
        fc.maxSafeNat().map((base) => Math.floor(base / 2)),
        (list, base) => {
          let delta = 0;
          const records: ChunkRecord[] = list.map(({ gap, ...record }) => {
            delta += gap + 1;
            return { ...record, delta };
          });
          const chunk = encodeChunk(base, 1_700_000_000_000, records);
          expect(decode(chunk)).toEqual(
            records.map(({ delta: distance, key, value, headers }) => ({
              ...PLACE,
              offset: BigInt(base + distance),
              key,
              value,
              headers,
              timestamp: 1_700_000_000_000,
            })),
          );
          expect(readHead(chunk)).toMatchObject({
            baseOffset: base,
            lastOffset: base + delta,
            count: list.length,
          });
        },
      ),
    );
  });

  it('gives back headers that repeat, change and come and go from record to record', () => {
    const text = fc.constantFrom('a', 'b', 'ab', 'é', '', '__proto__');
    const headers = fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ headers, shared: fc.boolean() }), { minLength: 1, maxLength: 12 }),
        headers,
        (list, sharedHeaders) => {
          const records = list.map(({ headers: own, shared }, delta) => ({
            delta,
            key: null,
            value: null,
            headers: own,
            ...(shared ? { sharedHeaders } : {}),
          }));
          expect(
            decode(encodeChunk(0, 0, records)).map((record) => Object.entries(record.headers).sort()),
          ).toEqual(
            list.map(({ headers: own, shared }) =>
              [...new Map([...Object.entries(shared ? sharedHeaders : {}), ...Object.entries(own)])].sort(),
            ),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is read from an offset on, up to a limit', () => {
    const records = Array.from({ length: 10 }, (_, delta) => ({ delta, key: null, value: String(delta) }));
    const chunk = encodeChunk(100, 0, records);
    expect(decode(chunk, 104, 3).map(({ offset }) => offset)).toEqual([104n, 105n, 106n]);
    expect(decode(chunk, 200)).toEqual([]);
  });

  it('of a version that is not known is refused, not guessed', () => {
    const chunk = encodeChunk(0, 0, [{ delta: 0, key: null, value: 'x' }]);
    chunk[0] = 2;
    expect(() => decode(chunk)).toThrow('newer Weir');
  });

  it('that was cut short is refused', () => {
    const chunk = encodeChunk(0, 0, [
      { delta: 0, key: null, value: 'x' },
      { delta: 1, key: null, value: 'y' },
    ]);
    expect(() => decode(chunk.subarray(0, 28))).toThrow(RangeError);
  });
});
