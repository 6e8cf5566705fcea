import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.js';
import { stratifiedFolds } from './splits.js';
import { subsampleFolds } from './subsample.js';

const random = createRandom(5);
const labels = Int32Array.from({ length: 900 }, () => (random.uniform() < 0.3 ? 1 : 0));
const groups = Int32Array.from({ length: 900 }, () => random.below(300));
const foldOf = stratifiedFolds(labels, 2, 3, { seed: 1, groups });
const rows = { foldOf, labels, classes: 2 };
const count = (chosen: Iterable<number>, fold: number, label: number) =>
  [...chosen].filter((row) => foldOf[row] === fold && labels[row] === label).length;

describe('subsampleFolds', () => {
  it('takes its share of each class of each fold, to the row', () => {
    const sample = subsampleFolds(rows, 0.25, { seed: 3 });
    for (const fold of [0, 1, 2])
      for (const label of [0, 1])
        expect(
          Math.abs(count(sample, fold, label) - 0.25 * count(labels.keys(), fold, label)),
        ).toBeLessThanOrEqual(0.5);
    expect([...sample]).toEqual([...new Set(sample)].sort((a, b) => a - b));
  });

  it('takes whole groups, near the share, and some of every class', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (seed, share) => {
        const sample = subsampleFolds(rows, share, { seed, groups });
        const taken = new Set(sample);
        const ofGroups = new Set([...sample].map((row) => groups[row]));
        expect(groups.every((group, row) => taken.has(row) === ofGroups.has(group))).toBe(true);
        expect(Math.abs(sample.length - share * 900)).toBeLessThan(30);
        for (const fold of [0, 1, 2])
          for (const label of [0, 1]) expect(count(sample, fold, label)).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('takes the smallest group of a class that has none small enough', () => {
    const few = { foldOf: new Int32Array(7), labels: Int32Array.of(0, 0, 0, 1, 1, 1, 1), classes: 2 };
    const sample = subsampleFolds(few, 0.1, { seed: 1, groups: Int32Array.of(4, 4, 5, 6, 6, 6, 7) });
    expect([...sample]).toEqual([2, 6]);
  });

  it('repeats itself for a seed only', () => {
    const draw = (seed: number) => [...subsampleFolds(rows, 0.5, { seed, groups })];
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});
