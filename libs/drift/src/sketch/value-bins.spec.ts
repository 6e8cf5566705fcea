import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, coarserBin, HIGHEST_LEVEL, relativeError, valueAt } from './value-bins.js';

const single = fc.float({ noNaN: true, noDefaultInfinity: true });
const level = fc.integer({ min: 1, max: HIGHEST_LEVEL });

describe('bins of values', () => {
  it('keep their order', () => {
    fc.assert(
      fc.property(single, single, fc.integer({ min: 0, max: HIGHEST_LEVEL }), (a, b, at) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(binOf(low, at)).toBeLessThanOrEqual(binOf(high, at));
      }),
    );
  });

  it('are the same whether a value is binned coarsely or its fine bin coarsened', () => {
    fc.assert(
      fc.property(single, level, level, (value, a, b) => {
        const [fine, coarse] = [Math.min(a, b), Math.max(a, b)];
        expect(coarserBin(binOf(value, fine), fine, coarse)).toBe(binOf(value, coarse));
      }),
    );
  });

  it('stand for values within the error that is stated', () => {
    fc.assert(
      fc.property(single, level, (value, at) => {
        const error = Math.abs(valueAt(binOf(value, at), at) - value);
        expect(error).toBeLessThanOrEqual(Math.abs(value) * relativeError(at) * (1 + 1e-9) + 2 ** -30);
      }),
    );
    expect([0, 1, 2].map((at) => relativeError(at).toFixed(4))).toEqual(['0.0000', '0.0108', '0.0217']);
  });

  it('are one value each at level 0, with but one zero', () => {
    expect([0.1, -3, -0].map((value) => binOf(value, 0))).toEqual([0.1, -3, 0]);
  });

  it('are few at the highest level, whatever 32-bit numbers there are', () => {
    const largest = 3.4028234663852886e38;
    expect(binOf(largest, HIGHEST_LEVEL) - binOf(-largest, HIGHEST_LEVEL) + 1).toBe(81);
  });
});
