import { describe, expect, it } from 'vitest';
import { figureOf, parametersText, permutationOf, signed, standingOf, valueAt } from './figures.js';
import type { ComparedMetric } from './model-types.js';

const metrics = {
  'distinct.f1': 0.958,
  'distinct.f1Low': 0.949,
  'distinct.f1High': 0.967,
  'distinct.expectedCalibrationError': 0.011,
  'permutationImportance.a': 0.01,
  'permutationImportance.b': 0.2,
};

describe('figureOf', () => {
  it('gives a figure of a test with its interval, where it has one', () => {
    expect(figureOf(metrics, 'grouped', 'f1')).toEqual({ value: 0.958, interval: [0.949, 0.967] });
    expect(figureOf(metrics, 'grouped', 'expectedCalibrationError')).toEqual({
      value: 0.011,
      interval: null,
    });
    expect(figureOf(metrics, 'plain', 'f1')).toBeNull();
  });
});

describe('permutationOf', () => {
  it('puts the feature first that is missed most', () => {
    expect(permutationOf(metrics)).toEqual([
      { feature: 'b', fall: 0.2 },
      { feature: 'a', fall: 0.01 },
    ]);
  });
});

describe('standingOf', () => {
  const compared = (over: Partial<ComparedMetric>): ComparedMetric => ({
    metric: 'f1',
    split: 'grouped',
    a: 0.9,
    b: 0.95,
    difference: 0.05,
    interval: { a: [0.89, 0.91], b: [0.94, 0.96] },
    ...over,
  });

  it('calls better what is surely more, or surely less of what should be little', () => {
    expect(standingOf(compared({}))).toBe('better');
    expect(standingOf(compared({ difference: -0.05 }))).toBe('worse');
    expect(standingOf(compared({ metric: 'logLoss' }))).toBe('worse');
    expect(standingOf(compared({ metric: 'brier', difference: -0.05 }))).toBe('better');
  });

  it('calls noise what another test could turn round', () => {
    expect(standingOf(compared({ interval: { a: [0.88, 0.94], b: [0.94, 0.96] } }))).toBe('within noise');
  });

  it('goes by the difference where a figure has no interval', () => {
    const { interval: _, ...without } = compared({});
    expect(standingOf(without)).toBe('better');
    expect(standingOf({ ...without, difference: 0 })).toBe('the same');
    expect(standingOf({ ...without, difference: null })).toBe('unknown');
  });
});

describe('texts', () => {
  it('writes differences with their sign, and nothing as nothing', () => {
    expect(signed(0.0213)).toBe('+0.0213');
    expect(signed(-0.004)).toBe('−0.0040');
    expect(signed(-0.00001)).toBe('0.0000');
  });

  it('writes parameters in a line', () => {
    expect(parametersText({ k: 11, weights: 'distance', maxDepth: null })).toBe(
      'k 11, weights distance, maxDepth null',
    );
    expect(parametersText({})).toBe('none');
  });
});

describe('valueAt', () => {
  const points = [
    [0, 0],
    [0.5, 1],
    [1, 0.8],
  ] as const;

  it('is the height between points, whichever end they come from', () => {
    expect(valueAt(points, 0.25)).toBeCloseTo(0.5);
    expect(valueAt([...points].reverse(), 0.75)).toBeCloseTo(0.9);
    expect(valueAt(points, 1)).toBeCloseTo(0.8);
  });

  it('is unknown where the curve does not reach, and the top of what is upright', () => {
    expect(valueAt(points.slice(1), 0.2)).toBeNull();
    expect(valueAt([], 0.5)).toBeNull();
    const upright = [
      [0.1, 0.2],
      [0.1, 0.6],
    ] as const;
    expect(valueAt(upright, 0.1)).toBe(0.2);
  });
});
