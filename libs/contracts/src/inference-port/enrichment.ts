import type { ModelReference } from '../events/urls.js';
import type { Verdict } from '../verdict/verdict.js';
import type { ItemError } from './predictions.js';

/** `POST /internal/enrichments`: a URL to be looked up and judged by the 30 UCI features. */
export interface EnrichmentRequest {
  readonly url: string;
}

/** The verdict of the `uci-30` champion on what was found of a URL. */
export interface EnrichmentVerdict {
  readonly verdict: Verdict;
  readonly probability: number;
  readonly model: ModelReference;
  /** All thirty by their published names: -1 speaks for phishing, 0 is suspicious, 1 speaks against it, `null` is missing. */
  readonly features: Readonly<Record<string, -1 | 0 | 1 | null>>;
  /** What the model had to do without, and why. */
  readonly missing: readonly { readonly feature: string; readonly reason: string }[];
  /** Where the redirects ended; absent where nothing answered. */
  readonly finalUrl?: string;
  /** `null` where unknown. */
  readonly redirects: number | null;
  readonly tookMs: number;
}

/** Why there is none, where nothing could be had. */
export type EnrichmentResponse = EnrichmentVerdict | ItemError;
