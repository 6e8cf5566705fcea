import type { ModelArtifact } from '../artifact/model-artifact.js';
import type { Metrics } from './card-split.js';

/** From which probability a verdict is given, and what that did out of fold. */
export interface CardThreshold {
  readonly verdict: 'malicious' | 'suspicious';
  readonly probability: number;
  readonly falsePositiveRate: number | null;
  readonly recall: number | null;
}

export function thresholdsOf({ thresholds, metrics }: ModelArtifact): CardThreshold[] {
  return (['malicious', 'suspicious'] as const).map((verdict) => ({
    verdict,
    probability: thresholds[verdict],
    falsePositiveRate: metrics[`outOfFold.${verdict}.falsePositiveRate`] ?? null,
    recall: metrics[`outOfFold.${verdict}.recall`] ?? null,
  }));
}

/** How few features of a row that is found must change until it is not. */
export interface CardEvasion {
  readonly rows: number;
  /** Null where half of the rows could not be flipped. */
  readonly median: number | null;
  readonly medianAtLeast: number | null;
  readonly exactShare: number;
  /** Share of the rows that so many changes flip; `none`: that nothing found flips. */
  readonly shares: Readonly<Record<'1' | '2' | '3' | 'more' | 'none', number>>;
  /** Features most often among the changes, with the share of the flipped rows. */
  readonly flips: readonly { readonly feature: string; readonly share: number }[];
}

const FLIPS = 'evasion.flips.';

/** Null where evasion was not searched. */
export function evasionOf(metrics: Metrics): CardEvasion | null {
  const { 'evasion.rows': rows } = metrics;
  if (rows === undefined || rows === 0) return null;
  const share = (name: string) => metrics[`evasion.share${name}`] ?? 0;
  return {
    rows,
    median: metrics['evasion.median'] ?? null,
    medianAtLeast: metrics['evasion.medianAtLeast'] ?? null,
    exactShare: metrics['evasion.exactShare'] ?? 0,
    shares: { 1: share('1'), 2: share('2'), 3: share('3'), more: share('More'), none: share('None') },
    flips: Object.entries(metrics)
      .filter(([name]) => name.startsWith(FLIPS))
      .map(([name, flipped]) => ({ feature: name.slice(FLIPS.length), share: flipped }))
      .toSorted((a, b) => b.share - a.share),
  };
}
