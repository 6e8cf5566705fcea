import { describe, expect, it } from 'vitest';
import { areaUnder, figureOf, parametersText, permutationOf, signed, standingOf } from './figures.js';
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

describe('areaUnder', () => {
  it('is the area whichever end the points come from', () => {
    const points = [
      [0, 0],
      [0, 0.5],
      [0.5, 1],
      [1, 1],
    ] as const;
    expect(areaUnder(points)).toBeCloseTo(0.875);
    expect(areaUnder([...points].reverse())).toBeCloseTo(0.875);
    expect(areaUnder([])).toBe(0);
  });
});
