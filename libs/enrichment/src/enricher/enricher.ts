import { type Cache, WeirError } from '@weir/platform';
import type { ParsedUrl } from '@weir/url-features';
import pLimit from 'p-limit';
import { DnsResolver } from '../dns/dns-resolver.js';
import type { SiteFacts } from '../features/site-facts.js';
import { type UciFeatures, uciFeatures } from '../features/uci-features.js';
import { type FetcherOptions, GuardedFetcher } from '../fetch/guarded-fetcher.js';
import { FetchFailure } from '../guard/fetch-failure.js';
import { RdapClient } from '../rdap/rdap-client.js';
import { Registrations } from '../rdap/registrations.js';
import { DEFAULT_LIMITS, type Enrichment, type EnrichmentLimits } from './enrichment.js';
import { EnrichmentCache } from './enrichment-cache.js';
import { type FactSources, gatherFacts } from './gather-facts.js';
import { untilAborted } from './until-aborted.js';

export interface EnricherOptions extends FetcherOptions {
  readonly limits?: Partial<EnrichmentLimits>;
  /** Default IANA's. */
  readonly rdapBootstrapUrl?: string;
  /** Milliseconds since 1970, for ages of domains. */
  readonly now?: () => number;
}

/** Share of the time after which no visit begins. */
const LATEST_START = 0.9;

/** From a URL to the 30 UCI features, by way of DNS, TLS, RDAP and the page. */
export class Enricher {
  readonly #limits: EnrichmentLimits;
  readonly #sources: FactSources;
  readonly #cache: EnrichmentCache;
  readonly #running = new Map<string, Promise<Enrichment>>();
  readonly #limit;

  constructor(cache: Cache, { limits, rdapBootstrapUrl, now = Date.now, ...options }: EnricherOptions = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    const resolver = options.resolver ?? new DnsResolver();
    const fetcher = new GuardedFetcher({ ...options, resolver });
    const rdap = new RdapClient(fetcher, rdapBootstrapUrl, now);
    const registrations = new Registrations(rdap, cache, this.#limits.cacheMs);
    this.#sources = { fetcher, resolver, registrations, now };
    this.#cache = new EnrichmentCache(cache);
    this.#limit = pLimit(this.#limits.concurrency);
  }

  /**
   * Answers within `totalMs`, with what was had by then. Asked twice at once for a URL, it looks once.
   * Throws `WEIR_ENRICHMENT_REFUSED` where the guard forbids the URL, `WEIR_ENRICHMENT_UNAVAILABLE` where too many wait.
   */
  async enrich(url: ParsedUrl): Promise<Enrichment> {
    this.#check(url);
    const [key = url.href] = url.href.split('#');
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const work = this.#lookUp(url, key).finally(() => this.#running.delete(key));
    this.#running.set(key, work);
    return work;
  }

  #check(url: ParsedUrl): void {
    try {
      this.#sources.fetcher.check(url.href);
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      throw new WeirError('WEIR_ENRICHMENT_REFUSED', `The URL is not visited: ${error.message}`);
    }
  }

  async #lookUp(url: ParsedUrl, key: string): Promise<Enrichment> {
    const signal = AbortSignal.timeout(this.#limits.totalMs);
    const cached = await this.#cache.get(key);
    if (cached !== undefined) return cached;
    if (this.#limit.pendingCount >= this.#limits.maxWaiting) throw busy();
    const facts = await this.#inTurn(url, signal);
    const features = uciFeatures(facts);
    const enrichment = enrichmentOf(facts, features);
    const { cacheMs, negativeCacheMs } = this.#limits;
    // Not awaited: a cache that is away would take its second beyond the time.
    void this.#cache.set(key, enrichment, features.isPassing ? negativeCacheMs : cacheMs);
    return enrichment;
  }

  /** Who comes to a place with hardly any time left would see nothing, and keep others waiting for it. */
  async #inTurn(url: ParsedUrl, signal: AbortSignal): Promise<SiteFacts> {
    const latest = performance.now() + this.#limits.totalMs * LATEST_START;
    let hasBegun = false;
    const turn = this.#limit(() => {
      if (signal.aborted || performance.now() > latest) throw busy();
      hasBegun = true;
      return gatherFacts(url, this.#sources, this.#limits, signal);
    });
    return untilAborted(turn, signal).catch((error: unknown) => {
      if (hasBegun) return turn;
      throw error instanceof FetchFailure ? busy() : error;
    });
  }
}

function enrichmentOf({ visit, redirects }: SiteFacts, { features, missing }: UciFeatures): Enrichment {
  return {
    features,
    missing,
    ...('found' in visit ? { finalUrl: visit.found.finalUrl } : {}),
    redirects: 'found' in redirects ? redirects.found : null,
  };
}

function busy(): WeirError {
  return new WeirError('WEIR_ENRICHMENT_UNAVAILABLE', 'Too many URLs are being enriched at once');
}
