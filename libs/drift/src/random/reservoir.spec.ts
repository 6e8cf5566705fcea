import { expect, it } from 'vitest';
import { chiSquaredContingency } from '../tests/chi-squared.js';
import { Reservoir } from './reservoir.js';

it('keeps everything while it fits', () => {
  const reservoir = new Reservoir<number>(5, 1);
  for (const value of [3, 1, 2]) reservoir.add(value);
  expect(reservoir.items).toEqual([3, 1, 2]);
});

it('gives every part of the stream the same chance', () => {
  const tenths = new Array<number>(10).fill(0);
  for (let seed = 0; seed < 200; seed++) {
    const reservoir = new Reservoir<number>(50, seed);
    for (let index = 0; index < 5000; index++) reservoir.add(index);
    expect(reservoir.items).toHaveLength(50);
    expect(new Set(reservoir.items).size).toBe(50);
    for (const item of reservoir.items) {
      const tenth = Math.floor(item / 500);
      tenths[tenth] = (tenths[tenth] as number) + 1;
    }
  }
  // 10,000 draws against a table so large that it counts as the expectation.
  const expectation = new Array<number>(10).fill(1e9);
  expect(chiSquaredContingency([tenths, expectation]).pValue).toBeGreaterThan(0.001);
});

it('is the same for the same seed', () => {
  const [first, second, other] = [7, 7, 8].map((seed) => {
    const reservoir = new Reservoir<number>(10, seed);
    for (let index = 0; index < 1000; index++) reservoir.add(index);
    return reservoir.items;
  });
  expect(first).toEqual(second);
  expect(first).not.toEqual(other);
});
