import { describe, expect, it } from 'vitest';
import { columnHistograms } from './column-histograms.js';
import { RowSample } from './row-sample.js';
import type { StreamSketch } from './stream-sketch.js';

function sketchOf(columns: readonly string[], rows: readonly (readonly number[])[]): StreamSketch {
  const sample = new RowSample([...columns], { seed: 1, capacity: 4_096 });
  for (const row of rows) sample.add(Float32Array.from(row), 1);
  return sample.sketch();
}

describe('columnHistograms', () => {
  it('has every value where they are few, with what is missing beside them', () => {
    const reference = sketchOf(
      ['flag', 'gone'],
      [
        [0, 1],
        [0, 1],
        [0, 1],
        [1, 1],
      ],
    );
    const current = sketchOf(
      ['flag', 'new'],
      [
        [0, 1],
        [2, 1],
        [2, 1],
        [Number.NaN, 1],
      ],
    );
    expect(columnHistograms(reference, current)).toEqual([
      {
        column: 'flag',
        bins: [
          [0, 0, 0.75, 0.25],
          [1, 1, 0.25, 0],
          [2, 2, 0, 0.5],
        ],
        missing: { reference: 0, current: 0.25 },
      },
    ]);
  });

  it('joins many values to bins that hold about equally much, none of it lost', () => {
    const lengths = (scale: number) =>
      sketchOf(
        ['length'],
        Array.from({ length: 3_000 }, (_, row) => [Math.round(scale * Math.exp((row % 997) / 200))]),
      );
    const [histogram] = columnHistograms(lengths(10), lengths(15));
    const bins = histogram?.bins ?? [];
    expect(bins.length).toBeGreaterThan(10);
    expect(bins.length).toBeLessThanOrEqual(21);
    for (const side of [2, 3] as const)
      expect(bins.reduce((sum, bin) => sum + bin[side], 0)).toBeCloseTo(1, 3);
    const edges = bins.flatMap((bin) => bin.slice(0, 2));
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    expect(Math.max(...bins.map((bin) => (bin[2] + bin[3]) / 2))).toBeLessThan(0.15);
  });

  it('draws nothing of a side without rows', () => {
    const [histogram] = columnHistograms(sketchOf(['a'], []), sketchOf(['a'], [[1]]));
    expect(histogram).toEqual({ column: 'a', bins: [[1, 1, 0, 1]], missing: { reference: 0, current: 0 } });
  });
});
