import { describe, expect, it } from 'vitest';
import { timeLabels } from './time-labels.js';
import { linePath, toX, toY } from './unit-path.js';

describe('linePath', () => {
  it('goes through the points in their order, up being more', () => {
    expect(
      linePath([
        [0, 0],
        [0, 1],
        [1, 1],
      ]),
    ).toBe('M56.0 278.0L56.0 8.0L326.0 8.0');
    expect(toY(0.5)).toBeLessThan(toY(0));
    expect(toX(0.5)).toBeGreaterThan(toX(0));
    expect(linePath([])).toBe('');
  });
});

describe('timeLabels', () => {
  const noon = new Date(2026, 2, 5, 12, 0, 0).getTime() / 1_000;

  it('is as exact as the marks are close', () => {
    expect(timeLabels([noon, noon + 30])).toEqual(['12:00:00', '12:00:30']);
    expect(timeLabels([noon, noon + 600])).toEqual(['12:00', '12:10']);
    expect(timeLabels([noon, noon + 86_400])).toEqual(['5 Mar', '6 Mar']);
  });

  it('names the day where hours alone would repeat', () => {
    const labels = timeLabels([0, 12, 24, 36].map((hours) => noon + hours * 3_600));
    expect(new Set(labels).size).toBe(4);
    expect(labels[0]).toContain('5 Mar');
  });
});
