import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { hashTerms, tailOf } from './hash-terms.js';
import { eachTerm, tellingPart } from './telling-part.js';
import { TERM_BLOCK_SIZE } from './term-blocks.js';
import { TermBuffer } from './term-buffer.js';

const parsed = (text: string) => parseUrl(text) as ParsedUrl;

function idsOf(text: string): { host: number[]; tail: number[] } {
  const buffer = new TermBuffer(1);
  hashTerms(parsed(text), buffer);
  const ids = [...buffer.ids.subarray(0, buffer.length)];
  return { host: ids.slice(0, buffer.hostLength), tail: ids.slice(buffer.hostLength) };
}

describe('hashTerms', () => {
  it('gives the same ids for ever: a stored model rests on them', () => {
    const { host, tail } = idsOf('https://ab.io/Login');
    // 7 marked characters: 7 + 6 + 5 + 4 runs, and 2 words; 6 characters: 4 + 3 runs, and a word.
    expect([host.length, tail.length]).toEqual([24, 8]);
    expect(host.every((id) => id < TERM_BLOCK_SIZE)).toBe(true);
    expect(tail.every((id) => id >= TERM_BLOCK_SIZE && id < 2 * TERM_BLOCK_SIZE)).toBe(true);
    expect({ host, tail }).toMatchSnapshot();
  });

  it('agrees with the slow reading, whatever the URL', () => {
    const sorted = (ids: number[]) => ids.sort((a, b) => a - b);
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const { host, tail } = idsOf(url);
        const slow: Record<'host_terms' | 'path_terms', number[]> = { host_terms: [], path_terms: [] };
        eachTerm(`^${parsed(url).host}$`, 'host_terms', (id) => slow.host_terms.push(id));
        eachTerm(tailOf(parsed(url)), 'path_terms', (id) => slow.path_terms.push(id));
        expect(sorted(host)).toEqual(sorted(slow.host_terms));
        expect(sorted(tail)).toEqual(sorted(slow.path_terms));
      }),
    );
  });

  it('reads a bounded part of a URL, however long', () => {
    const { tail } = idsOf(`https://a.example/${'x/'.repeat(30_000)}`);
    expect(tail.length).toBeLessThan(700);
    expect(idsOf(`https://${'a'.repeat(60)}.example/${'İ'.repeat(500)}`).tail.length).toBeGreaterThan(100);
  });

  it('appends to what the buffer holds', () => {
    const buffer = new TermBuffer();
    hashTerms(parsed('a.example'), buffer);
    const first = buffer.length;
    hashTerms(parsed('a.example'), buffer);
    expect(buffer.length).toBe(2 * first);
    expect(buffer.ids.subarray(0, first)).toEqual(buffer.ids.subarray(first, 2 * first));
  });
});

describe('tellingPart', () => {
  it('is the words whose terms weigh most', () => {
    const heavy = new Set<number>();
    eachTerm('secure-login', 'path_terms', (id) => heavy.add(id));
    const url = parsed('https://example.org/shop/secure-login/cart');
    expect(tellingPart(url, 'path_terms', (id) => (heavy.has(id) ? 1 : -0.1))).toBe('secure-login');
    expect(tellingPart(url, 'path_terms', () => -1)).toBe('');
    expect(tellingPart(url, 'path_terms', () => -1, -1)).toBe('shop/secure-login/cart');
  });

  it('leaves the marks at the ends of a host out', () => {
    expect(tellingPart(parsed('https://abc.top/'), 'host_terms', () => 1)).toBe('abc.top');
  });
});
