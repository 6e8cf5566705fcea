import { rowsOf } from '@weir/drift';
import { describe, expect, it } from 'vitest';
import { CanaryWindow } from './canary-window.js';

const JUDGED = { probability: 0.75, flagged: true };

describe('CanaryWindow', () => {
  it('holds the last ten slices and forgets what is older', () => {
    const window = new CanaryWindow(1_000);
    for (let at = 0; at < 3_000; at += 10) window.add(at, at, JUDGED, JUDGED);
    expect(rowsOf(window.total().challenger.total())).toBe(100);
    window.add(9_999, 1, JUDGED, JUDGED);
    expect(rowsOf(window.total().champion.total())).toBe(1);
  });

  it('says when a slice is over, and counts a clock that was set back to the newest one', () => {
    const window = new CanaryWindow(1_000);
    expect(window.isOver(5_000)).toBe(false);
    window.add(5_000, 1, JUDGED, JUDGED);
    expect([window.isOver(5_099), window.isOver(5_100), window.isOver(1)]).toEqual([false, true, false]);
    window.addErrors(10, 7);
    expect(window.total()).toMatchObject({ errors: 7 });
    expect(window.isOver(5_100)).toBe(true);
  });

  it('keeps the two models apart', () => {
    const window = new CanaryWindow(1_000);
    window.add(0, 3, { probability: 0.9, flagged: true }, { probability: 0.25, flagged: false });
    const { champion, challenger } = window.total();
    expect(champion.group(3)).toMatchObject({ truePositives: 0.9, falseNegatives: 0 });
    expect(challenger.group(3)).toMatchObject({
      truePositives: 0,
      falseNegatives: 0.25,
      trueNegatives: 0.75,
    });
  });
});
