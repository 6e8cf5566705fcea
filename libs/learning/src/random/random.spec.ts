import { describe, expect, it } from 'vitest';
import { createRandom, mixSeed, shuffle } from './random.js';

describe('createRandom', () => {
  it('repeats itself for a seed, and differs for its neighbours', () => {
    const take = (...seed: number[]) => Array.from({ length: 5 }, createRandom(...seed).next);
    expect(take(1, 2)).toEqual(take(1, 2));
    expect(take(1, 2)).not.toEqual(take(1, 3));
    expect(take(1, 2)).not.toEqual(take(2, 1));
  });

  it('gives the numbers it gave when models were first made', () => {
    expect(Array.from({ length: 3 }, createRandom(42).next)).toMatchInlineSnapshot(`
      [
        3428868350,
        3112904365,
        3979481923,
      ]
    `);
  });

  it('fills [0, bound) evenly', () => {
    const random = createRandom(7);
    const counts = new Array(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) counts[random.below(10)]++;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.88); // 99.9 % point at 9 degrees of freedom
  });
});

describe('mixSeed', () => {
  it('gives different seeds to different parts', () => {
    const seeds = new Set<number>();
    for (let a = 0; a < 50; a++) for (let b = 0; b < 50; b++) seeds.add(mixSeed(a, b));
    expect(seeds.size).toBe(2500);
  });
});

describe('shuffle', () => {
  it('keeps every value', () => {
    const shuffled = shuffle(Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), createRandom(1));
    expect([...shuffled]).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...shuffled].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
