import { describe, expect, it } from 'vitest';
import { noisyData } from '../../reference/load.ts';
import { prepareProblem } from '../algorithm/problem.js';
import { trainingView } from '../algorithm/training-view.js';
import { chooseReferenceRows, maxReferenceRows } from './reference-rows.js';

describe('reference rows', () => {
  it('are bounded by count and by the work they make', () => {
    expect(maxReferenceRows(11_055, 30)).toBe(50_000);
    expect(maxReferenceRows(50_000, 80)).toBe(5_000);
    expect(maxReferenceRows(1_000_000, 80)).toBe(2_000);
  });

  it('are a sample in which each class keeps its share', () => {
    const data = noisyData({ rows: 4_000, columns: 12 });
    const labels = data.labels.map((_, row) => (row % 10 === 0 ? 1 : 0));
    const problem = prepareProblem({ ...data, labels }, { seed: 1 });
    const view = trainingView({ ...problem, matrix: { ...problem.matrix, columns: 1e9 } }, -1);
    const chosen = chooseReferenceRows(view);
    const shareOfOnes = (rows: Int32Array) =>
      rows.filter((row) => problem.labels[row] === 1).length / rows.length;
    expect(Math.abs(chosen.length - 2_000)).toBeLessThanOrEqual(1);
    expect(shareOfOnes(chosen.map((place) => view.activeRows[place]!))).toBeCloseTo(
      shareOfOnes(view.activeRows),
      3,
    );
    expect(chooseReferenceRows(view)).toEqual(chosen);
  });
});
