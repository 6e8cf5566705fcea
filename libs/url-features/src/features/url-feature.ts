import type { SiteFacts } from '../knowledge/site-facts.js';
import type { ParsedUrl } from '../parse/parsed-url.js';

export const FEATURE_FAMILIES = [
  'structure',
  'host',
  'lexical',
  'deception',
  'hosting',
  'words',
  'files',
  'reputation',
  'disagreement',
] as const;
export type FeatureFamilyName = (typeof FEATURE_FAMILIES)[number];

/** One column of the `url` schema. Every value is finite; flags are 0 or 1, lengths are characters. */
export interface UrlFeature {
  readonly name: string;
  readonly description: string;
  /** Why it is there: what a phisher or an honest owner does that moves it. One sentence. */
  readonly why: string;
  readonly family: FeatureFamilyName;
}

export interface ExplainedFeature {
  readonly name: string;
  readonly description: string;
  /** Why it is there: what a phisher or an honest owner does that moves it. One sentence. */
  readonly why: string;
  /** A sentence on the feature's value in one URL, for the reasons of a verdict. */
  reason(value: number, parsed: ParsedUrl): string;
}

/** A family's features, and the one pass that computes them, in their order, into `out` from `at`; `site` is what lists say of the URL's site. */
export interface FeatureFamily {
  readonly family: FeatureFamilyName;
  readonly features: readonly ExplainedFeature[];
  extract(parsed: ParsedUrl, out: Float32Array, at: number, site: SiteFacts): void;
}
