import { VERDICTS } from '@weir/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../testing/published-verdicts.js';
import { readVerdict } from './read-verdict.js';

const read = (value: unknown) =>
  readVerdict(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));

describe('readVerdict', () => {
  it('takes the bytes of inference as they are', () => {
    const bytes = Buffer.from(JSON.stringify(verdictOf(1)));
    expect(readVerdict(bytes)).toEqual({ json: bytes, verdict: 1 });
    expect(readVerdict(bytes)?.json).toBe(bytes);
  });

  it('is not misled by what stands in the texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(
        '","verdict":"malicious","probability":',
        '","url":"',
        '\\","verdict":"malicious","probability":1,"x":"',
        '\\',
        '"',
      ),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom(...VERDICTS), (id, url, verdict) => {
        const found = read(verdictOf(0, { id, url, verdict }));
        expect(VERDICTS[found?.verdict ?? -1]).toBe(verdict);
        expect(JSON.parse(String(found?.json))).toMatchObject({ id, url, verdict });
      }),
    );
  });

  it('reads members in any order, and writes them on one line', () => {
    const { verdict, ...rest } = verdictOf(2);
    const found = read(JSON.stringify({ verdict, ...rest }, null, 2));
    expect(found?.verdict).toBe(2);
    expect(String(found?.json)).not.toContain('\n');
    expect(JSON.parse(String(found?.json))).toEqual({ verdict, ...rest });
  });

  it.each([
    ['no JSON', 'http://a.example/'],
    ['no object', '[]'],
    ['a member missing', { url: 'http://a.example/', verdict: 'safe' }],
    ['an unknown verdict', { ...verdictOf(0), verdict: 'odd' }],
    ['nothing', ''],
  ])('knows that %s is no verdict', (_what, value) => {
    expect(read(value)).toBeUndefined();
    expect(readVerdict(null)).toBeUndefined();
  });
});
