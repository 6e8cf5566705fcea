import type { DriftReport, Moved, ValidationReport } from './data-types.js';

/** One look at the data: when, and how far each feature had moved. */
export interface DriftPoint {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly features: ReadonlyMap<string, Moved>;
}

/** Names of what is no feature, and can drift all the same. */
export const SCORES = 'the model’s scores';
export const VERDICTS = 'the verdicts';

export function pointOfStream(report: DriftReport): DriftPoint {
  const { id, to, features, drifted, scores, verdicts } = report;
  const found = new Map<string, Moved>();
  // What drifted is in every report; the others in those that keep details.
  for (const each of drifted) found.set(each.column, each);
  for (const each of features) found.set(each.feature, each);
  if (scores !== undefined) found.set(SCORES, scores);
  if (verdicts !== undefined) found.set(VERDICTS, verdicts);
  return { id, at: Date.parse(to), features: found };
}

/** Null for the first snapshot of a schema: there is nothing to compare it with. */
export function pointOfSnapshot(report: ValidationReport): DriftPoint | null {
  const { id, createdAt, drift } = report;
  if (drift === null) return null;
  const found = new Map<string, Moved>();
  for (const { column, populationStabilityIndex, drifted } of drift.columns) {
    if (populationStabilityIndex !== null) found.set(column, { populationStabilityIndex, drifted });
  }
  return { id, at: Date.parse(String(createdAt)), features: found };
}

/** Oldest first, as charts want them. */
export function byTime(points: readonly DriftPoint[]): DriftPoint[] {
  return [...points].sort((a, b) => a.at - b.at);
}

export interface DriftSeries {
  /** Seconds since 1970, rising. */
  readonly at: readonly number[];
  /** Null where a report says nothing of the feature. */
  readonly values: readonly (number | null)[];
}

export function seriesOf(points: readonly DriftPoint[], feature: string): DriftSeries {
  const sorted = byTime(points);
  return {
    at: sorted.map(({ at }) => at / 1_000),
    values: sorted.map(({ features }) => features.get(feature)?.populationStabilityIndex ?? null),
  };
}

export interface RankedFeature {
  readonly feature: string;
  /** In the newest report that says something of it. */
  readonly latest: number;
  readonly most: number;
  /** Reports in which it drifted. */
  readonly times: number;
}

/** Every feature, the one that has moved farthest by now first. */
export function ranked(points: readonly DriftPoint[]): RankedFeature[] {
  const found = new Map<string, RankedFeature>();
  for (const { features } of byTime(points)) {
    for (const [feature, { populationStabilityIndex: latest, drifted }] of features) {
      const before = found.get(feature);
      const most = Math.max(before?.most ?? 0, latest);
      found.set(feature, { feature, latest, most, times: (before?.times ?? 0) + (drifted ? 1 : 0) });
    }
  }
  return [...found.values()].sort((a, b) => b.latest - a.latest || b.most - a.most);
}

/** From 0.1 it may count, from 0.25 it is large (Siddiqi, Credit Risk Scorecards, 2006). */
export const MAY_COUNT = 0.1;
export const LARGE = 0.25;

export function moveWord(populationStabilityIndex: number): string {
  if (populationStabilityIndex >= LARGE) return 'large';
  return populationStabilityIndex >= MAY_COUNT ? 'may count' : 'small';
}
