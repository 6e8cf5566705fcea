import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestBelow, middleAbove, nextAbove } from './float32.js';

const float32 = fc.float({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 126), max: 2 ** 126 });

describe('32-bit thresholds', () => {
  it('`<` becomes `<=` for every 32-bit value', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e30, max: 1e30 }), float32, (split, value) => {
        const threshold = highestBelow(split);
        expect(Math.fround(threshold)).toBe(threshold);
        for (const each of [value, threshold, nextAbove(threshold), Math.fround(split)])
          expect(each <= threshold).toBe(each < split);
      }),
    );
  });

  it('`<=` becomes `<`, also for 64-bit values that round to 32', () => {
    fc.assert(
      fc.property(float32, fc.double({ noNaN: true, min: -1e30, max: 1e30 }), (threshold, value) => {
        const split = middleAbove(threshold);
        for (const each of [value, threshold, nextAbove(threshold), threshold + Math.abs(threshold) * 1e-9])
          if (each !== split) expect(each < split).toBe(Math.fround(each) <= threshold);
      }),
    );
  });

  it('there and back gives the same threshold', () => {
    fc.assert(fc.property(float32, (threshold) => highestBelow(middleAbove(threshold)) === threshold));
  });

  it.each([
    [0, 2 ** -149],
    [-0, 2 ** -149],
    [1, 1 + 2 ** -23],
    [-1, -1 + 2 ** -24],
    [-(2 ** -149), -0],
  ])('the number above %d is %d', (value, next) => {
    expect(nextAbove(value)).toBe(next);
  });
});
