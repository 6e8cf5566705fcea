import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK, KINDS, kindOf, LetterSieve } from './letter-sieve.js';

/** How many kinds of letters, second ones a kind of their own, are in `a` and not in `b`. */
function lacking(a: string, b: string): number {
  let sum = 0;
  for (let kind = 0; kind < KINDS; kind++) {
    const [theirs, others] = [a, b].map((text) =>
      Math.min(2, [...text].filter((each) => kindOf(each.charCodeAt(0)) === kind).length),
    ) as [number, number];
    sum += Math.max(0, theirs - others);
  }
  return sum;
}

const words = fc.string({ unit: fc.constantFrom(...'abcde19-z'), minLength: 1, maxLength: 8 });
const lists = fc.array(words, { minLength: 1, maxLength: 80 });

describe('LetterSieve', () => {
  it('passes the names that lack at most two letters of a word, and the strict ones that lack one', () => {
    fc.assert(
      fc.property(lists, words, fc.integer(), (names, word, strict) => {
        const sieve = new LetterSieve(names);
        sieve.take(`x.${word}.x`, 2, 2 + word.length);
        for (const [index, name] of names.entries()) {
          const passed = (sieve.pass(Math.floor(index / BLOCK), strict) >>> index) & 1;
          const most = (strict >>> index) & 1 ? 1 : 2;
          expect(passed, name).toBe(lacking(word, name) <= most ? 1 : 0);
        }
      }),
    );
  });

  it('counts what a word lacks of a name that passed', () => {
    fc.assert(
      fc.property(lists, words, (names, word) => {
        const sieve = new LetterSieve(names);
        sieve.take(word, 0, word.length);
        for (const [index, name] of names.entries()) {
          const passed = (sieve.pass(Math.floor(index / BLOCK), 0) >>> index) & 1;
          if (passed === 1) expect(sieve.lacks(index), name).toBe(lacking(name, word));
        }
      }),
    );
  });
});
