import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/random.js';
import { RowSample } from './row-sample.js';
import { sketchToJson } from './sketch-json.js';

function rowsOf(count: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: 2 * count }, (_, at) =>
    at % 2 === 0 ? Math.floor(3 * random()) : random(),
  );
}

const sampleOf = (seed: number, capacity: number) => new RowSample(['a', 'b'], { seed, capacity });

describe('RowSample', () => {
  it('has every row while they fit, from wherever they are read', () => {
    const sample = sampleOf(1, 100);
    sample.add(Float32Array.of(9, 9, 1, 10, 2, 20), 2, 2);
    sample.add(Float32Array.of(3, Number.NaN), 1);
    const sketch = sample.sketch();
    expect(sketch).toMatchObject({ rows: 3, effectiveRows: 3, columns: ['a', 'b'] });
    expect(sketch.sketches.map(({ bins }) => [...bins.keys()])).toEqual([
      [1, 2, 3],
      [10, 20],
    ]);
    expect(sketch.sketches[1]?.missing).toBe(1);
  });

  it('keeps so many rows, as one, whose weights sum to all', () => {
    const sample = sampleOf(1, 500);
    const rows = Float32Array.from({ length: 20_000 }, (_, at) => Math.floor(at / 2));
    sample.add(rows, 4_000);
    sample.add(rows, 6_000, 8_000);
    expect([sample.size, sample.seen]).toEqual([500, 10_000]);
    const sketch = sample.sketch();
    expect(sketch.effectiveRows).toBeCloseTo(500, 6);
    const [first, second] = sketch.sketches;
    expect(first?.moments.weight).toBeCloseTo(10_000, 6);
    expect([...(first?.bins ?? [])]).toEqual([...(second?.bins ?? [])]);
    // The standard error of the mean of 0 … 9,999 over 500 of them is 126.
    expect(Math.abs((first?.moments.mean ?? 0) - 4_999.5)).toBeLessThan(500);
  });

  it('is the same for the same rows and seed, however they are cut into batches', () => {
    const rows = rowsOf(5_000, 3);
    const [whole, cut, other] = [sampleOf(7, 300), sampleOf(7, 300), sampleOf(8, 300)];
    whole.add(rows, 5_000);
    other.add(rows, 5_000);
    for (let from = 0, size = 1; from < 5_000; from += size, size = (size % 700) + 13)
      cut.add(rows, Math.min(size, 5_000 - from), 2 * from);
    const [first, second, third] = [whole, cut, other].map((each) => sketchToJson(each.sketch()));
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });

  it('lets others in after each column', () => {
    const sample = sampleOf(1, 10);
    sample.add(rowsOf(5, 1), 5);
    expect([...sample.sketchSteps()]).toHaveLength(2);
  });

  it('makes an empty sketch of no rows', () => {
    expect(sampleOf(1, 10).sketch()).toMatchObject({ rows: 0, effectiveRows: 0 });
  });
});
