import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.js';

/** Optimal string alignment by the textbook's recursion. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a.at(-1) === b.at(-1) ? 0 : 1;
  const rest = [a.slice(0, -1), b.slice(0, -1)] as const;
  const edits = [slowly(rest[0], b) + 1, slowly(a, rest[1]) + 1, slowly(rest[0], rest[1]) + cost];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    edits.push(slowly(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...edits);
}

describe('editDistance', () => {
  it.each([
    ['paypal', 'paypal', 0],
    ['paypal', 'paypa', 1],
    ['paypal', 'paypaal', 1],
    ['paypal', 'papyal', 1],
    ['amazon', 'amzaon', 1],
    ['amazon', 'anazom', 2],
    ['', 'ab', 2],
    ['rakuten', 'netukar', 3],
  ])('from %s to %s takes %d edits', (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits);
    expect(editDistance(b, a, 2)).toBe(edits);
  });

  it('counts as the textbook does, up to its bound', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(slowly(a, b), most + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('does not compare what is longer than any name', () => {
    expect(editDistance('a'.repeat(33), 'a'.repeat(33), 2)).toBe(3);
    expect(editDistance('a'.repeat(32), 'a'.repeat(32), 2)).toBe(0);
  });
});
