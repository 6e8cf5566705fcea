import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalFragment, canonicalPath, canonicalPort, canonicalQuery } from './canonical.js';
import { canonicalEscapes, escapedCode } from './escapes.js';

describe('canonicalEscapes', () => {
  it.each([
    ['/plain', '/plain'],
    ['/%7Euser/%61%2D%5f%2e', '/~user/a-_.'],
    ['/a%2fb%3a%40', '/a%2Fb%3A%40'],
    ['/%e3%83%89', '/%E3%83%89'],
    ['/100%', '/100%'],
    ['/%zz%4', '/%zz%4'],
    ['/%%341', '/%%341'],
    ['/%4%31', '/%4%31'],
    ['/%25%34%31', '/%2541'],
  ])('writes %s as %s', (text, canonical) => {
    expect(canonicalEscapes(text)).toBe(canonical);
  });

  it('reads its own writing as it is', () => {
    const text = fc.string({
      unit: fc.constantFrom('%', '2', '5', '4', '1', 'e', 'F', 'z', '/'),
      maxLength: 24,
    });
    fc.assert(
      fc.property(text, (escaped) => {
        const once = canonicalEscapes(escaped);
        expect(canonicalEscapes(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('decodes to the same bytes as the text it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 20 }), (plain) => {
        const everything = Array.from(
          plain,
          (each) => `%${each.charCodeAt(0).toString(16).padStart(2, '0')}`,
        );
        expect(decodeURIComponent(canonicalEscapes(everything.join('')))).toBe(plain);
      }),
    );
  });
});

describe('escapedCode', () => {
  it('is the byte, or -1 where no escape begins', () => {
    expect(escapedCode('a%2Fb', 1)).toBe(0x2f);
    expect(escapedCode('a%2Fb', 0)).toBe(-1);
    expect(escapedCode('a%2', 1)).toBe(-1);
    expect(escapedCode('%g0', 0)).toBe(-1);
  });
});

describe('canonicalPath', () => {
  it.each([
    ['/', ''],
    ['/a/b//', '/a/b'],
    ['/index.html', '/index.html'],
    ['/A%2Fb/', '/A%2Fb'],
    ['//.a/.', '//.a'],
    ['/a/b/../%2e/c', '/a/c'],
    ['/../..', ''],
    ['/.hidden/...', '/.hidden/...'],
  ])('of %s is %s', (path, canonical) => {
    expect(canonicalPath(path, false)).toBe(canonical);
  });
});

describe('canonicalQuery', () => {
  it.each([
    ['', ''],
    ['a=1&b=2', 'a=1&b=2'],
    ['a=1&amp;b=2&amp;amp;c', 'a=1&b=2&c'],
    ['utm_source=x', ''],
    ['utm_source=x&a=1&utm_medium=y', 'a=1'],
    ['a=1&gclid=Xyz&fbclid', 'a=1'],
    ['ut%6D_source=x&a=%7E', 'a=~'],
    ['gclids=1&mygclid=2&xutm_a=3', 'gclids=1&mygclid=2&xutm_a=3'],
    ['a=1&amp;utm_term=z', 'a=1'],
    ['a=utm_source', 'a=utm_source'],
  ])('of %s is %s', (query, canonical) => {
    expect(canonicalQuery(query, false)).toBe(canonical);
  });

  it('reads its own writing as it is', () => {
    const piece = fc.constantFrom(
      '&',
      '&amp;',
      'amp;',
      'utm_',
      'gclid',
      '=',
      'a',
      '%61',
      '%26',
      '%',
      '*',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isLast) => {
        const once = canonicalQuery(pieces.join(''), isLast);
        expect(canonicalQuery(once, isLast)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what closes a URL', () => {
  it.each([
    ['/a.html.', '/a.html'],
    ['/a-*', '/a-'],
    ['/a/.*/', '/a'],
    ['/a%2E', '/a'],
    ['/...', ''],
  ])('is left out of the path %s', (path, canonical) => {
    expect(canonicalPath(path, true)).toBe(canonical);
    expect(canonicalPath(canonical, true)).toBe(canonical);
  });

  it.each([
    ['id=*', 'id='],
    ['a=1.', 'a=1'],
    ['gclid*', ''],
    ['a*&gclid=*', 'a'],
    ['a&gclid*&utm_x', 'a'],
    ['a&*', 'a&'],
  ])('is left out of the query %s', (query, canonical) => {
    expect(canonicalQuery(query, true)).toBe(canonical);
  });

  it('is left out of the fragment, and kept inside the URL', () => {
    expect(canonicalFragment('/x.*')).toBe('/x');
    expect(canonicalPath('/a.', false)).toBe('/a.');
    expect(canonicalQuery('id=*', false)).toBe('id=*');
  });
});

describe('canonicalPort', () => {
  it('is 0 for the ports of both schemes and for none', () => {
    expect(['', '80', '443', '8443'].map(canonicalPort)).toEqual([0, 0, 0, 8443]);
  });
});
