import { describe, expect, it } from 'vitest';
import { ScoreDrift } from './score-drift.js';

const score = (index: number) => ((index * 37) % 1_000) / 1_000;

describe('ScoreDrift', () => {
  it('is zero of nothing and of equal scores', () => {
    const drift = new ScoreDrift();
    expect([drift.stabilityIndex(), drift.meanShift()]).toEqual([0, 0]);
    for (let index = 0; index < 1_000; index++) drift.add(score(index), score(index));
    expect([drift.stabilityIndex(), drift.meanShift()]).toEqual([0, 0]);
  });

  it('tells a challenger that suspects more, the ends of the range included', () => {
    const drift = new ScoreDrift();
    for (let index = 0; index < 1_000; index++) drift.add(score(index), Math.min(1, score(index) + 0.2));
    expect(drift.stabilityIndex()).toBeGreaterThan(0.25);
    expect(drift.meanShift()).toBeGreaterThan(0.15);
    expect(drift.meanShift()).toBeLessThan(0.2);
  });

  it('forgets: what was long ago does not hide what is now', () => {
    const drift = new ScoreDrift();
    for (let index = 0; index < 200_000; index++) drift.add(score(index), 0);
    for (let index = 0; index < 500_000; index++) drift.add(score(index), score(index));
    expect(drift.stabilityIndex()).toBeLessThan(0.05);
    expect(Math.abs(drift.meanShift())).toBeLessThan(0.01);
  });
});
