import { performance } from 'node:perf_hooks';
import type { TokenGrant, TokenRequest } from '@weir/platform';
import type { Policy } from './policy.js';

/** Where tokens come from. */
export interface TokenSource {
  takeTokens(key: string, request: TokenRequest): Promise<TokenGrant>;
}

export interface Decision {
  readonly allowed: boolean;
  /** As far as this process knows. */
  readonly remaining: number;
  readonly retryAfterMs: number;
}

interface Lease {
  tokens: number;
  /** On the monotonic clock, milliseconds, as the next two. */
  until: number;
  deniedUntil: number;
  /** Left in the bucket when it was last asked. */
  remaining: number;
  /** Tokens to ask for next. */
  size: number;
  waiting: number;
  asking: Promise<void> | undefined;
}

export interface TokenLeasesOptions {
  /** Keys remembered at a time. Default 50,000; of more, those known longest are asked for anew. */
  readonly maxKeys?: number;
  /** Default the monotonic clock, milliseconds. */
  readonly now?: () => number;
}

/** Tokens that were leased and not used by then are given up, never used later. */
export const LEASE_MS = 1_000;
/** Of a second's tokens: the most that one process has in hand at a time without a request waiting for it. */
const LEASED_SHARE = 0.1;

/**
 * Takes tokens in small leases, so that most requests need no round trip. A lease begins at one token and doubles while
 * it is used up, up to a tenth of a second's worth: nobody loses tokens to a replica that does not need them. What
 * passes in any time is at most what the buckets gave in it and one lease for each process.
 */
export class TokenLeases {
  readonly #leases = new Map<string, Lease>();
  readonly #maxKeys: number;
  readonly #now: () => number;

  constructor(
    private readonly source: TokenSource,
    { maxKeys = 50_000, now = () => performance.now() }: TokenLeasesOptions = {},
  ) {
    this.#maxKeys = maxKeys;
    this.#now = now;
  }

  /** One token: at once where there is one in hand, or where the bucket said that there is none yet. */
  take(key: string, policy: Policy): Decision | Promise<Decision> {
    const lease = this.#leaseOf(key);
    return this.#decide(lease, this.#now()) ?? this.#wait(key, policy, lease);
  }

  #leaseOf(key: string): Lease {
    const known = this.#leases.get(key);
    if (known !== undefined) return known;
    const lease: Lease = {
      tokens: 0,
      until: 0,
      deniedUntil: 0,
      remaining: 0,
      size: 1,
      waiting: 0,
      asking: undefined,
    };
    this.#leases.set(key, lease);
    if (this.#leases.size > this.#maxKeys) this.#leases.delete(this.#leases.keys().next().value ?? key);
    return lease;
  }

  #decide(lease: Lease, now: number): Decision | undefined {
    if (lease.tokens > 0 && now < lease.until) {
      lease.tokens -= 1;
      return { allowed: true, remaining: lease.remaining + lease.tokens, retryAfterMs: 0 };
    }
    if (now < lease.deniedUntil)
      return { allowed: false, remaining: 0, retryAfterMs: lease.deniedUntil - now };
    return undefined;
  }

  async #wait(key: string, policy: Policy, lease: Lease): Promise<Decision> {
    for (;;) {
      lease.waiting += 1;
      lease.asking ??= this.#ask(key, policy, lease);
      await lease.asking;
      const decision = this.#decide(lease, this.#now());
      if (decision !== undefined) return decision;
    }
  }

  async #ask(key: string, policy: Policy, lease: Lease): Promise<void> {
    // Whoever comes in this same turn of the event loop is asked for, too.
    await Promise.resolve();
    const { capacity, refillPerSecond } = policy;
    const most = Math.max(1, Math.floor(refillPerSecond * LEASED_SHARE));
    const usedUp = lease.tokens === 0 && this.#now() < lease.until;
    lease.size = usedUp ? Math.min(most, 2 * lease.size) : 1;
    const tokens = Math.min(capacity, Math.max(lease.size, lease.waiting));
    lease.waiting = 0;
    try {
      const grant = await this.source.takeTokens(key, { capacity, refillPerSecond, tokens, least: 1 });
      const now = this.#now();
      lease.remaining = grant.remaining;
      lease.tokens = grant.taken;
      if (grant.allowed) lease.until = now + LEASE_MS;
      else lease.deniedUntil = now + grant.retryAfterMs;
    } finally {
      lease.asking = undefined;
    }
  }
}
