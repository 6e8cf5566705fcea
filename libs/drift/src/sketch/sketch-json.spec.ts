import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/random.js';
import { RowSample } from './row-sample.js';
import { sketchFromJson, sketchToJson } from './sketch-json.js';
import type { StreamSketch } from './stream-sketch.js';

const COLUMNS = Array.from({ length: 121 }, (_, column) => `a_feature_with_a_name_${column}`);

/** Rows as wide as those of URLs; `draw` gives a column's value. */
function sketched(rows: number, draw: (column: number) => number, capacity = 4_096): StreamSketch {
  const sample = new RowSample(COLUMNS, { seed: 1, capacity });
  const row = new Float32Array(COLUMNS.length);
  for (let at = 0; at < rows; at++) {
    for (let column = 0; column < row.length; column++) row[column] = draw(column);
    sample.add(row, 1);
  }
  return sample.sketch();
}

const through = (sketch: StreamSketch) => sketchFromJson(JSON.parse(JSON.stringify(sketchToJson(sketch))));

describe('a sketch as JSON', () => {
  it('comes back with the same bins, and merges as the one it was made of', () => {
    const random = seededRandom(2);
    const sketch = sketched(600, (column) => (column % 3 === 0 ? Math.floor(4 * random()) / 10 : random()));
    const counted = sketch.withAnswers({ scores: [5, 0, 0, 0, 0, 0, 0, 0, 0, 1], verdicts: { safe: 6 } });
    const back = through(counted);
    expect(back.answers).toEqual(counted.answers);
    expect(back.sketches.map(({ bins, level }) => [level, [...bins].sort()])).toEqual(
      counted.sketches.map(({ bins, level }) => [level, [...bins].sort()]),
    );
    back.merge(counted);
    expect(back.rows).toBe(1_200);
    expect(back.sketches[0]?.level).toBe(0);
    expect(back.answers.verdicts).toEqual({ safe: 12 });
  });

  it('stays below 200 kB at its worst: every column spread over all sizes, rows sampled', () => {
    const random = seededRandom(3);
    const worst = sketched(5_000, () => (random() - 0.5) * 10 ** (60 * random() - 30));
    expect(JSON.stringify(sketchToJson(worst)).length).toBeLessThan(200_000);
  });

  it('holds nothing but numbers and the names it was given', () => {
    const json = sketchToJson(sketched(10, (column) => column));
    const { columns: _columns, verdicts: _verdicts, ...rest } = json;
    expect(JSON.stringify(rest).replaceAll(/"\w+":|null|[[\]{},\d.e+-]/g, '')).toBe('');
  });

  it('refuses what is no sketch, or of another version', () => {
    const good = JSON.parse(JSON.stringify(sketchToJson(sketched(3, () => 1)))) as Record<string, unknown>;
    expect(sketchFromJson(good)).toMatchObject({ rows: 3 });
    const [column] = good.sketches as unknown[][];
    const broken: unknown[] = [null, 7, 'text', [], {}, { ...good, version: 2 }, { ...good, rows: -1 }];
    broken.push({ ...good, sketches: [] }, { ...good, scores: [1] }, { ...good, verdicts: { safe: 'x' } });
    for (const [at, value] of [
      [0, 9],
      [1, -1],
      [4, 'x'],
      [6, ['x']],
      [7, []],
    ] as const) {
      const sketches = [column?.with(at, value), ...(good.sketches as unknown[]).slice(1)];
      broken.push({ ...good, sketches });
    }
    for (const raw of broken) expect(() => sketchFromJson(raw)).toThrow(/sketch is not of this version/);
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(() => sketchFromJson(raw)).toThrow(/sketch is not of this version/);
      }),
    );
  });

  it('refuses to merge other columns', () => {
    const other = new RowSample(['x'], { seed: 1 }).sketch();
    expect(() => sketched(1, () => 1).merge(other)).toThrow(/same columns/);
  });
});
