import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, newTextStatistics } from './text-statistics.js';

const measure = (text: string) => measureText(text, newTextStatistics());

/** Longest match of a pattern, the slow way. */
function longest(text: string, pattern: RegExp): number {
  return Math.max(0, ...(text.match(pattern) ?? []).map((each) => each.length));
}

function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}

describe('measureText', () => {
  it('measures a text by hand', () => {
    expect(measure('abc-12.x9F%41')).toEqual({
      length: 13,
      letters: 5,
      capitals: 1,
      digits: 5,
      dots: 1,
      symbols: 3,
      tokens: 4,
      longestToken: 3,
      longestDigitRun: 2,
      longestHexRun: 2,
      entropy: expect.closeTo(entropyOf('abc-12.x9F%41'), 10),
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
        expect(statistics.symbols).toBe(text.match(/[^a-z\d]/gi)?.length ?? 0);
        expect(statistics.capitals).toBe(text.match(/[A-Z]/g)?.length ?? 0);
        expect(statistics.tokens).toBe(text.match(/[a-z\d]+/gi)?.length ?? 0);
        expect(statistics.longestToken).toBe(longest(text, /[a-z\d]+/gi));
        expect(statistics.longestDigitRun).toBe(longest(text, /\d+/g));
        expect(statistics.longestHexRun).toBe(longest(text, /[a-f]*\d[a-f\d]*/gi));
        expect(statistics.entropy).toBeCloseTo(text === '' ? 0 : entropyOf(text), 9);
      }),
      { numRuns: 2000 },
    );
  });
});
