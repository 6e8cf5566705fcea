import type { Ternary } from '../features/ternary.js';
import type { MissingFeature } from '../features/uci-features.js';

/** What enrichment found of a URL; the verdict on it is a model's to give. */
export interface Enrichment {
  /** All thirty UCI features, `null` where missing. */
  readonly features: Readonly<Record<string, Ternary | null>>;
  readonly missing: readonly MissingFeature[];
  /** Where the redirects ended; absent where nothing answered. */
  readonly finalUrl?: string;
  /** `null` where unknown. */
  readonly redirects: number | null;
}

export interface EnrichmentLimits {
  /** From the call to the answer, waiting for a place included. Default 8,000 ms. */
  readonly totalMs: number;
  /** Of the page, as decompressed. Default 1 MiB. */
  readonly maxBytes: number;
  /** Default 5. */
  readonly maxRedirects: number;
  /** Enrichments at a time. Default 16. */
  readonly concurrency: number;
  /** Enrichments that may wait for a place; more are turned away. Default 64. */
  readonly maxWaiting: number;
  /** How long what was found stands. Default an hour. */
  readonly cacheMs: number;
  /** How long it stands where something was away that may come back. Default a minute. */
  readonly negativeCacheMs: number;
}

export const DEFAULT_LIMITS: EnrichmentLimits = {
  totalMs: 8_000,
  maxBytes: 1024 * 1024,
  maxRedirects: 5,
  concurrency: 16,
  maxWaiting: 64,
  cacheMs: 3_600_000,
  negativeCacheMs: 60_000,
};
