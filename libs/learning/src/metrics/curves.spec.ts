import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_CURVE_POINTS, rankingCurves } from './curves.js';
import { rocAuc } from './ranking.js';

function area(points: readonly (readonly [number, number])[]): number {
  let sum = 0;
  let [beforeX, beforeY] = [0, 0];
  for (const [x, y] of points) {
    sum += ((x - beforeX) * (y + beforeY)) / 2;
    [beforeX, beforeY] = [x, y];
  }
  return sum;
}

describe('rankingCurves', () => {
  it('has every threshold of few rows, equal scores together', () => {
    const { roc, precisionRecall } = rankingCurves(
      Int32Array.of(1, 0, 1, 0, 1),
      [0.9, 0.8, 0.8, 0.4, 0.1],
      1,
    );
    expect(roc).toEqual([
      [0, 0],
      [0, 0.33333],
      [0.5, 0.66667],
      [1, 0.66667],
      [1, 1],
    ]);
    expect(precisionRecall).toEqual([
      [0.33333, 1],
      [0.66667, 0.66667],
      [1, 0.6],
    ]);
  });

  it('has few points of many rows, and nearly their area', () => {
    const labels = Int32Array.from({ length: 20_000 }, (_, row) => (row * 7919) % 2);
    const scores = Float64Array.from(labels, (label, row) => 0.4 * label + ((row * 104_729) % 9973) / 9973);
    const { roc, precisionRecall } = rankingCurves(labels, scores, 1);
    for (const curve of [roc, precisionRecall]) {
      expect(curve.length).toBeGreaterThan(60);
      expect(curve.length).toBeLessThanOrEqual(MOST_CURVE_POINTS);
    }
    expect([roc[0], roc.at(-1), precisionRecall.at(-1)?.[0]]).toEqual([[0, 0], [1, 1], 1]);
    expect(area(roc)).toBeCloseTo(rocAuc(labels, scores, 1), 2);
  });

  it('never goes back', () => {
    const rows = fc.array(fc.tuple(fc.nat(2), fc.nat(300)), { maxLength: 600 });
    fc.assert(
      fc.property(rows, (each) => {
        const labels = Int32Array.from(each, ([label]) => label);
        const scores = each.map(([, score]) => score);
        const { roc, precisionRecall } = rankingCurves(labels, scores, 1);
        expect(Math.max(roc.length, precisionRecall.length)).toBeLessThanOrEqual(MOST_CURVE_POINTS);
        const rates = roc.flatMap(([first, second], at) => [
          first - (roc[at - 1]?.[0] ?? 0),
          second - (roc[at - 1]?.[1] ?? 0),
        ]);
        const recalls = precisionRecall.map(([recall], at) => recall - (precisionRecall[at - 1]?.[0] ?? 0));
        expect([...rates, ...recalls].every((step) => step >= 0)).toBe(true);
      }),
    );
  });

  it('is empty of one class', () => {
    expect(rankingCurves(Int32Array.of(1, 1), [0.2, 0.3], 1)).toEqual({ roc: [], precisionRecall: [] });
    expect(rankingCurves(Int32Array.of(), [], 1)).toEqual({ roc: [], precisionRecall: [] });
  });
});
