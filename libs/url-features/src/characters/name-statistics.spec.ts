import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureName, newNameStatistics } from './name-statistics.js';

const measure = (text: string) => measureName(text, newNameStatistics());

/** Longest match of a pattern, the slow way. */
function longest(text: string, pattern: RegExp): number {
  return Math.max(0, ...(text.match(pattern) ?? []).map((each) => each.length));
}

describe('measureName', () => {
  it('measures a text by hand', () => {
    expect(measure('abc-12.x9F_41')).toEqual({
      length: 13,
      letters: 5,
      capitals: 1,
      digits: 5,
      vowels: 1,
      hyphens: 1,
      underscores: 1,
      alternations: 2,
      longestConsonantRun: 2,
      // One of its characters stands there twice.
      entropy: expect.closeTo(Math.log2(13) - 2 / 13, 10),
    });
  });

  it('counts a text of many thousands of characters', () => {
    const statistics = measure('aB1-'.repeat(10_000));
    expect(statistics).toMatchObject({ length: 40_000, letters: 20_000, capitals: 10_000, digits: 10_000 });
    expect(statistics.entropy).toBeCloseTo(2, 9);
  });

  it('gives zeros for an empty text, and nothing of the text before', () => {
    measure('something-before');
    expect(Object.values(measure('')).every((value) => value === 0)).toBe(true);
  });

  it('agrees with regular expressions', () => {
    const unit = fc.constantFrom(...'abyzAFG019-._/%?');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const statistics = measure(text);
        expect(statistics.letters).toBe(text.match(/[a-z]/gi)?.length ?? 0);
        expect(statistics.digits).toBe(text.match(/\d/g)?.length ?? 0);
        expect(statistics.vowels).toBe(text.match(/[aeiouy]/gi)?.length ?? 0);
        expect(statistics.capitals).toBe(text.match(/[A-Z]/g)?.length ?? 0);
        expect(statistics.hyphens).toBe(text.match(/-/g)?.length ?? 0);
        expect(statistics.underscores).toBe(text.match(/_/g)?.length ?? 0);
        expect(statistics.longestConsonantRun).toBe(longest(text, /[bcdfghjklmnpqrstvwxz]+/gi));
        expect(statistics.alternations).toBe(text.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0);
      }),
      { numRuns: 2000 },
    );
  });
});
