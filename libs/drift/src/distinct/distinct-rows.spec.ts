import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/random.js';
import { DistinctRows } from './distinct-rows.js';
import { hashNumbers, hashText } from './row-hash.js';

describe('DistinctRows', () => {
  it('tells duplicates from rows whose labels conflict', () => {
    const rows = new DistinctRows();
    rows.addNumbers([1, 0], 0);
    rows.addNumbers([1, 0], 0);
    rows.addNumbers([1, 0], 1);
    rows.addNumbers([0, 1], 1);
    rows.addNumbers([Number.NaN, 1], 1);
    rows.addNumbers([Number.NaN, 1], 1);
    expect(rows.report()).toEqual({
      rows: 6,
      distinctRows: 4,
      distinctFeatureRows: 3,
      duplicateRows: 2,
      conflictingFeatureRows: 1,
      rowsInConflict: 3,
    });
  });

  it('does not take rows without a label for rows of a class', () => {
    const rows = new DistinctRows();
    for (const label of [0, -1, -1]) rows.addNumbers([1, 0], label);
    for (const label of [0, 30, -1]) rows.addNumbers([0, 1], label);
    rows.addNumbers([2, 2]);
    expect(rows.report()).toEqual({
      rows: 7,
      distinctRows: 6,
      distinctFeatureRows: 3,
      duplicateRows: 1,
      conflictingFeatureRows: 1,
      rowsInConflict: 2,
    });
  });

  it('agrees with a set of texts on ternary rows', () => {
    const random = seededRandom(5);
    const rows = new DistinctRows();
    const withLabel = new Set<string>();
    const features = new Set<string>();
    for (let row = 0; row < 40_000; row++) {
      const values = Array.from({ length: 9 }, () => Math.floor(random() * 3) - 1);
      const label = Math.floor(random() * 2);
      rows.addNumbers(values, label);
      features.add(values.join());
      withLabel.add(`${values.join()}:${label}`);
    }
    expect(rows.report()).toMatchObject({
      rows: 40_000,
      distinctRows: withLabel.size,
      distinctFeatureRows: features.size,
      duplicateRows: 40_000 - withLabel.size,
      conflictingFeatureRows: withLabel.size - features.size,
    });
  });

  it('keeps 200,000 distinct rows and texts apart', () => {
    const numbers = new DistinctRows();
    const texts = new DistinctRows();
    for (let row = 0; row < 200_000; row++) {
      numbers.addNumbers([row % 1000, Math.floor(row / 1000)]);
      texts.addText(`example.com/${row}`);
    }
    expect(numbers.report().distinctFeatureRows).toBe(200_000);
    expect(texts.report().distinctFeatureRows).toBe(200_000);
  });

  it('refuses a class it cannot hold', () => {
    const rows = new DistinctRows();
    for (const label of [-2, 31, 0.5]) {
      expect(() => rows.addText('x', label)).toThrow(expect.objectContaining({ code: 'BAD_CLASS' }));
    }
    expect(rows.report().rows).toBe(0);
  });
});

describe('row hashes', () => {
  it('take −0 for 0, and tell order, length and missing apart', () => {
    expect(hashNumbers([-0, 1])).toEqual(hashNumbers([0, 1]));
    const hashes = [[0, 1], [1, 0], [0, 1, 0], [Number.NaN, 1], []].map((row) =>
      JSON.stringify(hashNumbers(row)),
    );
    expect(new Set(hashes).size).toBe(5);
    expect(hashText('ab')).not.toEqual(hashText('ba'));
  });
});
