import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential } from './exponential.js';

describe('exponential', () => {
  it('is e^x to a few units in the last place, however far out', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact at 0, and finite and above 0 however far out', () => {
    expect(exponential(0)).toBe(1);
    expect(exponential(-0)).toBe(1);
    expect(exponential(1e9)).toBe(exponential(708));
    expect(Number.isFinite(exponential(1e9))).toBe(true);
    expect(exponential(-1e9)).toBeGreaterThan(0);
  });
});
