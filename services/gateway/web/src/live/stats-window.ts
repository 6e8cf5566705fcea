import type { StreamStats, Verdict } from '@weir/client';

/** How much of the past is drawn. */
export const WINDOW_SECONDS = 120;

/** The stream's seconds with one more; old ones fall out. The same second again (after a reconnection) replaces itself. */
export function withStats(window: readonly StreamStats[], next: StreamStats): StreamStats[] {
  const oldest = secondOf(next) - WINDOW_SECONDS;
  const kept = window.filter((each) => secondOf(each) > oldest && secondOf(each) < secondOf(next));
  return [...kept, next];
}

export function secondOf({ at }: Pick<StreamStats, 'at'>): number {
  return Math.round(Date.parse(at) / 1_000);
}

export interface WindowSummary {
  /** Verdicts a second, of the latest second. */
  readonly perSecond: number;
  readonly mix: Readonly<Record<Verdict, number>>;
  readonly total: number;
  readonly latencyMs: StreamStats['latencyMs'];
  readonly lag: number | null;
}

/** What the window says as a whole; latency and lag are the latest known. */
export function summaryOf(window: readonly StreamStats[]): WindowSummary | null {
  const latest = window.at(-1);
  if (latest === undefined) return null;
  const mix = { malicious: 0, suspicious: 0, safe: 0 };
  for (const { verdicts } of window) {
    mix.malicious += verdicts.malicious;
    mix.suspicious += verdicts.suspicious;
    mix.safe += verdicts.safe;
  }
  return {
    perSecond: latest.perSecond,
    mix,
    total: mix.malicious + mix.suspicious + mix.safe,
    latencyMs: window.findLast(({ latencyMs }) => latencyMs !== null)?.latencyMs ?? null,
    lag: latest.lag,
  };
}

export interface WindowSeries {
  /** Seconds since 1970, one after the other, also those without stats. */
  readonly at: readonly number[];
  readonly perSecond: readonly (number | null)[];
  readonly malicious: readonly (number | null)[];
  readonly suspicious: readonly (number | null)[];
  readonly p50: readonly (number | null)[];
  readonly p99: readonly (number | null)[];
}

/** The window second by second: what was not told while the connection was away is a gap, not a straight line. */
export function seriesOf(window: readonly StreamStats[]): WindowSeries {
  const bySecond = new Map(window.map((each) => [secondOf(each), each]));
  const last = window.at(-1);
  const to = last === undefined ? 0 : secondOf(last);
  const at =
    last === undefined ? [] : Array.from({ length: WINDOW_SECONDS }, (_, i) => to - WINDOW_SECONDS + 1 + i);
  const each = (of: (stats: StreamStats) => number | null | undefined): (number | null)[] =>
    at.map((second) => {
      const stats = bySecond.get(second);
      return stats === undefined ? null : (of(stats) ?? null);
    });
  return {
    at,
    perSecond: each(({ perSecond }) => perSecond),
    malicious: each(({ verdicts }) => verdicts.malicious),
    suspicious: each(({ verdicts }) => verdicts.suspicious),
    p50: each(({ latencyMs }) => latencyMs?.p50),
    p99: each(({ latencyMs }) => latencyMs?.p99),
  };
}
