import { RowSample, sketchFromJson } from '@weir/drift';
import { describe, expect, it } from 'vitest';
import { referenceProfile } from './reference-profile.js';

function population(): RowSample {
  const sample = new RowSample(['a', 'b'], { seed: 1 });
  sample.add(Float32Array.of(1, 10, 1, 20, 2, Number.NaN), 3);
  return sample;
}

const reliability = (...bins: [number, number][]) =>
  Object.fromEntries(
    bins.flatMap(([predicted, rows], at) => [
      [`distinct.reliability.${at}.predicted`, predicted],
      [`distinct.reliability.${at}.rows`, rows],
    ]),
  );

describe('referenceProfile', () => {
  it('is a sketch of the rows as they were taught, each once', async () => {
    const sketch = sketchFromJson(JSON.parse(await referenceProfile(population(), { metrics: {} })));
    expect(sketch).toMatchObject({ rows: 3, effectiveRows: 3, columns: ['a', 'b'] });
    expect(sketch.sketches.map(({ missing, bins }) => [missing, [...bins]])).toEqual([
      [
        0,
        [
          [1, 2],
          [2, 1],
        ],
      ],
      [
        1,
        [
          [10, 1],
          [20, 1],
        ],
      ],
    ]);
    expect(sketch.answers.scores).toEqual([]);
  });

  it('has the scores of rows held out, in their bins though empty ones were left out', async () => {
    const metrics = reliability([0.02, 50], [0.31, 7], [0.97, 43]);
    const sketch = sketchFromJson(JSON.parse(await referenceProfile(population(), { metrics })));
    expect(sketch.answers.scores).toEqual([50, 0, 0, 7, 0, 0, 0, 0, 0, 43]);
  });

  it('has the same bytes for the same rows', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => referenceProfile(population(), { metrics: {} })),
    );
    expect(second).toBe(first);
  });
});
