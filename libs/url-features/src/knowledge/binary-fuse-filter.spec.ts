import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BinaryFuseFilter } from './binary-fuse-filter.js';
import { buildBinaryFuseFilter } from './filter-building.js';

const numbered = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}.example`);

describe('BinaryFuseFilter', () => {
  it('finds every member', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.domain(), { minLength: 1, maxLength: 200 }), (names) => {
        const filter = new BinaryFuseFilter(buildBinaryFuseFilter(names, 8));
        expect(names.every((name) => filter.has(name))).toBe(true);
      }),
    );
  });

  it.each([4, 8, 10, 12])('takes about one stranger in 2^%d for a member', (bits) => {
    const filter = new BinaryFuseFilter(buildBinaryFuseFilter(numbered(20_000, 'member'), bits));
    const strangers = numbered(200_000, 'stranger');
    const taken = strangers.filter((name) => filter.has(name)).length;
    const expected = strangers.length / 2 ** bits;
    // Five standard deviations of a binomial count.
    expect(Math.abs(taken - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });

  it('takes less than 1.25 fingerprints a name', () => {
    const { segments, segmentLength } = buildBinaryFuseFilter(numbered(50_000, 'a'), 8);
    expect((segments + 2) * segmentLength).toBeLessThan(1.25 * 50_000);
  });

  it('is the same whatever the order of the names and however often they come', () => {
    const names = numbered(500, 'name');
    const filter = buildBinaryFuseFilter(names, 10);
    expect(buildBinaryFuseFilter([...names].reverse().concat(names), 10)).toEqual(filter);
  });

  it('can be of one name, or of none', () => {
    expect(new BinaryFuseFilter(buildBinaryFuseFilter(['a.example'], 16)).has('a.example')).toBe(true);
    expect(new BinaryFuseFilter(buildBinaryFuseFilter([], 16)).has('a.example')).toBe(false);
  });
});
