import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.js';
import { stratifiedFolds, stratifiedSplit } from './splits.js';

const random = createRandom(5);
const labels = Int32Array.from({ length: 1000 }, () => (random.uniform() < 0.3 ? 1 : 0));
const groups = Int32Array.from({ length: 1000 }, () => 7 * random.below(200));
const positives = (rows: ArrayLike<number>) => Array.from(rows).filter((row) => labels[row] === 1).length;

describe('stratifiedSplit', () => {
  it("keeps each class's share to the row", () => {
    const { train, test } = stratifiedSplit(labels, 2, 0.2, { seed: 1 });
    expect(new Set([...train, ...test]).size).toBe(1000);
    expect(Math.abs(positives(test) - positives(Int32Array.from(labels.keys())) * 0.2)).toBeLessThanOrEqual(
      1,
    );
    expect(Math.abs(test.length - 200)).toBeLessThanOrEqual(2);
  });

  it('never cuts a group, and comes near the shares', () => {
    const { train, test } = stratifiedSplit(labels, 2, 0.2, { seed: 1, groups });
    const seen = new Set(Array.from(train, (row) => groups[row]));
    expect(Array.from(test).some((row) => seen.has(groups[row]!))).toBe(false);
    expect(Math.abs(test.length - 200)).toBeLessThan(10);
    expect(Math.abs(positives(test) / test.length - 0.3)).toBeLessThan(0.05);
  });

  it('repeats itself for a seed only', () => {
    const split = (seed: number) => [...stratifiedSplit(labels, 2, 0.2, { seed }).test];
    expect(split(1)).toEqual(split(1));
    expect(split(1)).not.toEqual(split(2));
  });

  it('evens out a group that holds a third of the rows', () => {
    const lopsided = groups.map((group, row) => (row < 333 ? -1 : group));
    const { train, test } = stratifiedSplit(labels, 2, 0.2, { seed: 3, groups: lopsided });
    expect(train.includes(0)).toBe(true);
    expect(Math.abs(test.length - 200)).toBeLessThan(15);
  });

  it.each([0, 1, -1, Number.NaN])('refuses a share of %s', (share) => {
    expect(() => stratifiedSplit(labels, 2, share, { seed: 1 })).toThrow(
      expect.objectContaining({ code: 'LEARN_PARAMETER_INVALID' }),
    );
  });
});

describe('stratifiedFolds', () => {
  it('evens out rows and classes without cutting a group', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 5 }), (seed, folds) => {
        const foldOf = stratifiedFolds(labels, 2, folds, { seed, groups });
        const foldOfGroup = new Map<number, number>();
        groups.forEach((group, row) => {
          expect(foldOfGroup.get(group) ?? foldOf[row]).toBe(foldOf[row]);
          foldOfGroup.set(group, foldOf[row]!);
        });
        for (let fold = 0; fold < folds; fold++) {
          const rows = Array.from(labels.keys()).filter((row) => foldOf[row] === fold);
          expect(Math.abs(rows.length - 1000 / folds)).toBeLessThan(12);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['fewer rows than folds', Int32Array.of(0, 1), undefined],
    ['a class of two rows', Int32Array.of(0, 0, 0, 0, 1, 1), undefined],
    ['a class in one group', Int32Array.of(0, 0, 0, 1, 1, 1), Int32Array.of(0, 1, 2, 3, 3, 3)],
    [
      'classes that cannot be parted',
      Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1),
      Int32Array.of(0, 1, 1, 1, 2, 2, 1, 1, 1),
    ],
  ])('refuses %s', (_, few, fewGroups) => {
    expect(() => stratifiedFolds(few, 2, 3, { seed: 1, groups: fewGroups })).toThrow(
      expect.objectContaining({ code: 'LEARN_TOO_FEW_ROWS' }),
    );
  });

  it('refuses groups of another length, and one fold', () => {
    expect(() => stratifiedFolds(labels, 2, 3, { seed: 1, groups: Int32Array.of(1) })).toThrow(
      expect.objectContaining({ code: 'LEARN_MATRIX_SHAPE' }),
    );
    expect(() => stratifiedFolds(labels, 2, 1, { seed: 1 })).toThrow(
      expect.objectContaining({ code: 'LEARN_PARAMETER_INVALID' }),
    );
  });
});
