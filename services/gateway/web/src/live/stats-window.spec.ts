import type { StreamStats } from '@weir/client';
import { describe, expect, it } from 'vitest';
import { seriesOf, summaryOf, WINDOW_SECONDS, withStats } from './stats-window.js';

const START = Date.parse('2026-03-05T12:00:00Z');
const second = (index: number, over: Partial<StreamStats> = {}): StreamStats => ({
  at: new Date(START + index * 1_000).toISOString(),
  perSecond: index,
  verdicts: { malicious: 1, suspicious: 0, safe: 2 },
  latencyMs: { p50: 3, p99: 9 },
  lag: 0,
  listeners: 1,
  ...over,
});
const window = (...indexes: number[]): StreamStats[] =>
  indexes.reduce<StreamStats[]>((before, index) => withStats(before, second(index)), []);

describe('withStats', () => {
  it('keeps two minutes', () => {
    const all = window(...Array.from({ length: 300 }, (_, index) => index));
    expect(all).toHaveLength(WINDOW_SECONDS);
    expect(all[0]?.perSecond).toBe(180);
  });

  it('takes a second told again once, as it was told last', () => {
    const again = withStats(window(1, 2), second(2, { perSecond: 50 }));
    expect(again.map(({ perSecond }) => perSecond)).toEqual([1, 50]);
  });

  it('forgets what lies before a long silence', () => {
    expect(window(0, 1, 500).map(({ perSecond }) => perSecond)).toEqual([500]);
  });
});

describe('summaryOf', () => {
  it('sums the mix and takes rate and lag of the latest second', () => {
    const stats = withStats(window(1, 2), second(3, { lag: 7, latencyMs: null }));
    expect(summaryOf(stats)).toEqual({
      perSecond: 3,
      mix: { malicious: 3, suspicious: 0, safe: 6 },
      total: 9,
      // The latest second knew none: the one before still says something.
      latencyMs: { p50: 3, p99: 9 },
      lag: 7,
    });
  });

  it('says nothing of no stats', () => {
    expect(summaryOf([])).toBeNull();
  });
});

describe('seriesOf', () => {
  it('has each of the last 120 seconds, with gaps where nothing was told', () => {
    const { at, perSecond, malicious, p99 } = seriesOf(window(1, 2, 5));
    expect(at).toHaveLength(WINDOW_SECONDS);
    expect(at.at(-1)).toBe(START / 1_000 + 5);
    expect(perSecond.slice(-5)).toEqual([1, 2, null, null, 5]);
    expect(malicious.slice(-3)).toEqual([null, null, 1]);
    expect(p99.slice(-2)).toEqual([null, 9]);
  });

  it('tells a second without latencies from one of zero', () => {
    const { p50 } = seriesOf([second(1, { latencyMs: null }), second(2, { latencyMs: { p50: 0, p99: 0 } })]);
    expect(p50.slice(-2)).toEqual([null, 0]);
  });

  it('draws nothing of nothing', () => {
    expect(seriesOf([]).at).toEqual([]);
  });
});
