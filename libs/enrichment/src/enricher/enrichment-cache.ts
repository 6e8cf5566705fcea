import { createHash } from 'node:crypto';
import type { Cache } from '@weir/platform';
import type { Enrichment } from './enrichment.js';

/** Raised with every change of a feature's definition, so that no replica serves what another meant. */
const FORMAT = 1;

/** Enrichments by URL. A cache that is away costs the visit again, never the answer. */
export class EnrichmentCache {
  constructor(private readonly cache: Cache) {}

  async get(url: string): Promise<Enrichment | undefined> {
    const text = await this.cache.get(keyOf(url)).catch(() => null);
    return text === null ? undefined : (JSON.parse(text) as Enrichment);
  }

  async set(url: string, enrichment: Enrichment, ttlMs: number): Promise<void> {
    await this.cache.set(keyOf(url), JSON.stringify(enrichment), { ttlMs }).catch(() => undefined);
  }
}

/** A URL may have 64 KiB, and may hold what a person would not want to find in a cache. */
function keyOf(url: string): string {
  return `enrichment:${FORMAT}:${createHash('sha256').update(url).digest('base64url')}`;
}
