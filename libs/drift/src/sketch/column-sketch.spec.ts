import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/random.js';
import { ColumnSketch, MOST_BINS } from './column-sketch.js';
import { relativeError, valueAt } from './value-bins.js';

function sketchOf(values: readonly number[], weight = 1): ColumnSketch {
  const sketch = new ColumnSketch();
  for (const value of values) sketch.add(value, weight);
  return sketch;
}

function merged(...sketches: readonly ColumnSketch[]): ColumnSketch {
  const sum = new ColumnSketch();
  for (const sketch of sketches) sum.merge(sketch);
  return sum;
}

const countsOf = ({ level, missing, bins }: ColumnSketch) => ({
  level,
  missing,
  bins: [...bins].sort((a, b) => a[0] - b[0]),
});

/** Few values, many values, of any size, missing ones: every level comes up. */
const values = fc.oneof(
  fc.array(fc.constantFrom(-1, 0, 1, Number.NaN), { maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 }),
  fc.array(fc.float(), { maxLength: 300 }),
);

describe('ColumnSketch', () => {
  it('merges as if one had seen all values, in any order and grouping', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const [first, second, third] = [sketchOf(a), sketchOf(b), sketchOf(c)];
        const all = countsOf(sketchOf([...a, ...b, ...c]));
        expect(countsOf(merged(first, second, third))).toEqual(all);
        expect(countsOf(merged(third, first, second))).toEqual(all);
        expect(countsOf(merged(first, merged(second, third)))).toEqual(all);
        expect(countsOf(merged(merged(third, second), first))).toEqual(all);
      }),
    );
  });

  it('merges moments within rounding', () => {
    const finite = fc.array(fc.float({ min: -1_000, max: 1_000, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const one = sketchOf([...a, ...b]).moments;
        const two = merged(sketchOf(b), sketchOf(a)).moments;
        expect(two.mean).toBeCloseTo(one.mean, 6);
        expect(two.squares / two.weight).toBeCloseTo(one.squares / one.weight, 3);
        expect([two.minimum, two.maximum, two.weight]).toEqual([one.minimum, one.maximum, one.weight]);
      }),
    );
  });

  it('counts few values exactly, and what is not finite as missing', () => {
    const sketch = sketchOf([-1, -1, 0, 1, 0.1, Number.NaN, Number.POSITIVE_INFINITY]);
    expect(countsOf(sketch)).toEqual({
      level: 0,
      missing: 2,
      bins: [
        [-1, 2],
        [0, 1],
        [Math.fround(0.1), 1],
        [1, 1],
      ],
    });
    expect(sketch.moments).toMatchObject({ weight: 5, minimum: -1, maximum: 1 });
  });

  it('never has more bins than are allowed, and quantiles within the error of its level', () => {
    const random = seededRandom(5);
    for (const draw of [
      () => Math.exp(8 * random() - 4),
      () => 200 * random() - 100,
      () => 1e30 * random() ** 20,
    ]) {
      const drawn = Array.from({ length: 20_000 }, () => Math.fround(draw()));
      const sketch = sketchOf(drawn);
      expect(sketch.bins.size).toBeLessThanOrEqual(MOST_BINS);
      drawn.sort((a, b) => a - b);
      for (const share of [0.01, 0.25, 0.5, 0.75, 0.99]) {
        const exact = drawn[Math.floor(share * drawn.length)] as number;
        const error = Math.abs(quantileOf(sketch, share) - exact);
        expect(error).toBeLessThanOrEqual(Math.abs(exact) * relativeError(sketch.level) + 2 ** -30);
      }
    }
  });

  it('weighs values', () => {
    const sketch = merged(sketchOf([1, 2], 3), sketchOf([2]));
    expect(countsOf(sketch).bins).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(sketch.moments.mean).toBeCloseTo(11 / 7, 12);
  });
});

function quantileOf({ bins, level, moments }: ColumnSketch, share: number): number {
  let below = 0;
  for (const [bin, weight] of [...bins].sort((a, b) => a[0] - b[0])) {
    below += weight;
    if (below > share * moments.weight) return valueAt(bin, level);
  }
  throw new Error('no quantile');
}
