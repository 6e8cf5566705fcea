import { describe, expect, it } from 'vitest';
import type { DriftReport, ValidationReport } from './data-types.js';
import {
  type DriftPoint,
  moveWord,
  pointOfSnapshot,
  pointOfStream,
  ranked,
  SCORES,
  seriesOf,
} from './drift-series.js';

const moved = (populationStabilityIndex: number, drifted = false) => ({ populationStabilityIndex, drifted });
const point = (at: number, features: Record<string, ReturnType<typeof moved>>): DriftPoint => ({
  id: String(at),
  at: at * 1_000,
  features: new Map(Object.entries(features)),
});

const stream: DriftReport = {
  id: 'd-1',
  model: { name: 'url', version: 1 },
  reference: 'training',
  from: '2026-03-05T11:55:00Z',
  to: '2026-03-05T12:00:00Z',
  rows: 1_000,
  level: 'warned',
  columns: 2,
  drifted: [{ column: 'length', ...moved(0.3, true) }],
  scores: moved(0.05),
  features: [],
};

describe('pointOfStream', () => {
  it('knows of what drifted even where no details were kept, and of the scores', () => {
    const { features, at } = pointOfStream(stream);
    expect(Object.fromEntries(features)).toMatchObject({
      length: { populationStabilityIndex: 0.3 },
      [SCORES]: { populationStabilityIndex: 0.05 },
    });
    expect(at).toBe(Date.parse(stream.to));
  });

  it('takes every feature from the details', () => {
    const detail = {
      feature: 'dots',
      ...moved(0.02),
      referenceMean: 1,
      currentMean: 1,
      bins: [],
      missing: { reference: 0, current: 0 },
    };
    expect([...pointOfStream({ ...stream, features: [detail] }).features.keys()]).toEqual([
      'length',
      'dots',
      SCORES,
    ]);
  });
});

describe('pointOfSnapshot', () => {
  const report = (drift: unknown): ValidationReport =>
    ({ id: 'r-1', createdAt: '2026-03-05T12:00:00Z', drift }) as ValidationReport;

  it('has nothing to say of the first snapshot', () => {
    expect(pointOfSnapshot(report(null))).toBeNull();
  });

  it('leaves out columns that have no index', () => {
    const columns = [
      { column: 'a', ...moved(0.4, true) },
      { column: 'b', populationStabilityIndex: null, drifted: false },
    ];
    expect([...(pointOfSnapshot(report({ columns }))?.features.keys() ?? [])]).toEqual(['a']);
  });
});

describe('seriesOf', () => {
  it('goes forward in time, with a gap where a report says nothing', () => {
    const points = [point(30, { a: moved(0.3) }), point(10, { a: moved(0.1) }), point(20, { b: moved(1) })];
    expect(seriesOf(points, 'a')).toEqual({ at: [10, 20, 30], values: [0.1, null, 0.3] });
  });
});

describe('ranked', () => {
  it('puts first what is farthest now, not what once was', () => {
    const points = [
      point(20, { a: moved(0.05), b: moved(0.2, true) }),
      point(10, { a: moved(0.9, true), b: moved(0.1) }),
    ];
    expect(ranked(points)).toEqual([
      { feature: 'b', latest: 0.2, most: 0.2, times: 1 },
      { feature: 'a', latest: 0.05, most: 0.9, times: 1 },
    ]);
    expect(ranked([])).toEqual([]);
  });
});

it.each([
  [0.05, 'small'],
  [0.1, 'may count'],
  [0.25, 'large'],
])('calls an index of %d %s', (index, word) => expect(moveWord(index)).toBe(word));
