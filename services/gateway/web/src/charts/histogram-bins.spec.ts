import { describe, expect, it } from 'vitest';
import { shares, tallest, valueBins } from './histogram-bins.js';

describe('valueBins', () => {
  it('puts a value that only one side has beside nothing, numbers by size', () => {
    const bins = valueBins(
      [
        [1, 30],
        [-1, 10],
      ],
      [
        [0, 5],
        [1, 15],
      ],
    );
    expect(bins).toEqual([
      { label: '-1', current: 10, reference: 0 },
      { label: '0', current: 0, reference: 5 },
      { label: '1', current: 30, reference: 15 },
    ]);
  });

  it('leaves words in the order in which they came', () => {
    const bins = valueBins([
      ['tk', 3],
      ['com', 9],
    ]);
    expect(bins.map(({ label }) => label)).toEqual(['tk', 'com']);
  });
});

describe('shares', () => {
  it('makes samples of different size comparable', () => {
    const bins = shares([
      { label: 'a', current: 1, reference: 300 },
      { label: 'b', current: 3, reference: 100 },
    ]);
    expect(bins).toEqual([
      { label: 'a', current: 0.25, reference: 0.75 },
      { label: 'b', current: 0.75, reference: 0.25 },
    ]);
    expect(tallest(bins)).toBe(0.75);
  });

  it('divides nothing by nothing where there is no reference', () => {
    expect(shares([{ label: 'a', current: 2, reference: 0 }])).toEqual([
      { label: 'a', current: 1, reference: 0 },
    ]);
    expect(tallest([])).toBe(0);
  });
});
