import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_TAIL, extendTail, TailIndex } from './tail-index.js';

/** Names of the entries that end `text`, the shortest first. */
function tailsFound(names: readonly string[], text: string): string[] {
  const index = new TailIndex(names.map((name) => ({ name })));
  const found: string[] = [];
  let hash = EMPTY_TAIL;
  for (let start = text.length - 1; start >= 0; start--) {
    hash = extendTail(hash, text.charCodeAt(start));
    const entry = index.find(text, start, hash);
    if (entry !== undefined) found.push(entry.name);
  }
  return found;
}

describe('TailIndex', () => {
  it('finds every name that ends a text', () => {
    expect(tailsFound(['a.example', 'example', 'b.example', 'x'], 'a.example')).toEqual([
      'example',
      'a.example',
    ]);
  });

  it('agrees with a search name by name', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 40 }), text, (names, host) => {
        const expected = names.filter((each) => host.endsWith(each)).sort((a, b) => a.length - b.length);
        expect(tailsFound(names, host)).toEqual(expected);
      }),
    );
  });

  it('compares what has the hash of a name with it', () => {
    const index = new TailIndex([{ name: 'ab' }]);
    const hash = extendTail(extendTail(EMPTY_TAIL, 0x62), 0x61);
    expect(index.find('ab', 0, hash)?.name).toBe('ab');
    expect(index.find('cd', 0, hash)).toBeUndefined();
    expect(index.find('xab', 0, hash)).toBeUndefined();
  });
});
