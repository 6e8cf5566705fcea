import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordMatcher } from './word-matcher.js';

function matches(words: readonly string[], text: string): string[] {
  const matcher = new WordMatcher(words);
  const count = matcher.scan(text);
  return Array.from(matcher.found.subarray(0, count), (word) => words[word] as string);
}

/** What the matcher must find, the slow way. */
function expected(words: readonly string[], text: string): string[] {
  const lower = text.toLowerCase();
  const found: { word: string; end: number }[] = [];
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      const alone = !/[a-z0-9]/.test(lower[at - 1] ?? '') && !/[a-z0-9]/.test(lower[at + word.length] ?? '');
      if (word.length > 4 || alone) found.push({ word, end: at + word.length });
    }
  }
  return found.map(({ word }) => word);
}

describe('WordMatcher', () => {
  it('finds overlapping words without case', () => {
    expect(matches(['secure', 'insecure', 'cured'], 'x-InSecured').sort()).toEqual([
      'cured',
      'insecure',
      'secure',
    ]);
  });

  it('counts a short word only on its own', () => {
    expect(matches(['visa'], 'advisable-VISA.visa1')).toEqual(['visa']);
  });

  it('agrees with a search word by word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 7 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '1', '-'), maxLength: 40 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (words, haystack) => {
        const wanted = expected(words, haystack);
        fc.pre(wanted.length <= 64);
        expect(matches(words, haystack).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps at most 64 matches of a hostile text', () => {
    expect(matches(['login'], 'login'.repeat(10_000))).toHaveLength(64);
  });

  it('takes no more letters than it can number', () => {
    const words = (letters: number) => ['a'.repeat(200), 'b'.repeat(letters - 200)];
    expect(() => new WordMatcher(words(32_767))).toThrow(RangeError);
    expect(matches(words(32_766), 'a'.repeat(200))).toHaveLength(1);
  });

  it('takes what is no ASCII for a separator', () => {
    expect(matches(['visa', 'login'], '\u00b7visa\u00b7login\u4e00')).toEqual(['visa', 'login']);
  });
});
