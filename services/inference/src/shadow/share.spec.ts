import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, shareHash } from './share.js';

const ids = Array.from({ length: 50_000 }, (_, index) => `urls.submitted-${index % 12}-${index}`);

describe('a share by hash', () => {
  it.each([0.01, 0.1, 0.5])('of %d is chosen of ids that differ little', (share) => {
    const chosen = ids.filter((id) => isWithin(shareHash(id, 1), share)).length / ids.length;
    expect(Math.abs(chosen - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / ids.length));
  });

  it('of 0 is nobody, of 1 everybody, and a larger one holds the smaller', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const hash = shareHash(text, 1);
        expect([isWithin(hash, 0), isWithin(hash, 1)]).toEqual([false, true]);
        if (isWithin(hash, share)) expect(isWithin(hash, Math.min(1, share * 1.5))).toBe(true);
      }),
    );
  });

  it('chooses independently under another salt', () => {
    const both = ids.filter((id) => isWithin(shareHash(id, 1), 0.2) && isWithin(shareHash(id, 2), 0.2));
    expect(both.length / ids.length).toBeCloseTo(0.04, 2);
  });

  it('has independent low bits, which name the groups of keys', () => {
    const groups = new Set<number>();
    for (const id of ids.slice(0, 5_000)) {
      const hash = shareHash(id, 2);
      if (isWithin(hash, 0.1)) groups.add(hash & 63);
    }
    expect(groups.size).toBe(64);
  });

  it('never changes: a replay must choose the same', () => {
    expect([shareHash('', 1), shareHash('example.com', 1), shareHash('example.com', 2)]).toEqual([
      3_770_482_475, 242_371_996, 2_927_072_615,
    ]);
  });
});
