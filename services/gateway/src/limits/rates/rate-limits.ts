import { type Cache, type Environment, type Logger, type Metrics, WeirError } from '@weir/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accessOf } from '../../security/access.js';
import { credentialOf } from '../../security/credential.js';
import { isLoopback } from '../../security/loopback.js';
import { type Principal, principalOf } from '../../security/principal.js';
import { addressKey } from './address-key.js';
import { type Policy, policyOf, rateLimitField } from './policy.js';
import { SharedTokens } from './shared-tokens.js';
import { type Decision, TokenLeases } from './token-leases.js';

/** By what a route's requests are counted; undefined: they are not. */
type CountedBy = 'principal' | 'address';

interface Counted {
  readonly countedBy?: CountedBy;
}

export interface RateLimitsOptions {
  readonly environment: Pick<
    Environment,
    'rateLimit' | 'rateLimitBurst' | 'rateLimitAddress' | 'rateLimitFallback'
  >;
  readonly cache: Cache;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Of an address's bound: many may use the page behind one address, and each asks at every view. */
const SESSION_SHARE = 10;
const SESSION = '/v1/session';

interface Bucket {
  readonly key: string;
  readonly policy: Policy;
}

/**
 * Bounds how often each key may ask, and each address of those without a valid one. Refused keys count for their
 * address, and cost one with a valid key at the same address nothing. Public routes are free, but for signing in.
 */
export class RateLimits {
  readonly #leases: TokenLeases;
  readonly #tokens: SharedTokens;
  readonly #ofKeys: Policy | undefined;
  readonly #ofAddresses: Policy | undefined;
  readonly #ofSessions: Policy | undefined;
  readonly #own = new Map<number, Policy | undefined>();
  readonly #limited;

  constructor({ environment, cache, logger, metrics }: RateLimitsOptions) {
    this.#ofKeys = policyOf('key', environment.rateLimit, environment.rateLimitBurst);
    this.#ofAddresses = policyOf('address', environment.rateLimitAddress);
    this.#ofSessions = policyOf('session', SESSION_SHARE * environment.rateLimitAddress);
    this.#limited = metrics.counter({
      name: 'rate_limited_total',
      help: 'Requests answered 429',
      labels: ['policy'],
    });
    const away = metrics.gauge({
      name: 'rate_limit_cache_away',
      help: '1 while the cache that rate limits are shared in is away',
    });
    away.set(0);
    this.#tokens = new SharedTokens({
      cache,
      logger,
      fallback: environment.rateLimitFallback,
      onAway: (isAway) => away.set(isAway ? 1 : 0),
    });
    this.#leases = new TokenLeases(this.#tokens);
  }

  /** To be called before the routes are made, between the hook that finds who asks and the one that refuses strangers. */
  limit(server: FastifyInstance): void {
    server.addHook('onRoute', (route) => {
      const countedBy = countingOf(route.url, [route.method].flat(), accessOf(route.config));
      if (countedBy !== undefined) route.config = Object.assign({}, route.config, { countedBy });
    });
    this.#bound(server, (request) => this.#bucketOf(request));
    server.addHook('onClose', async () => this.#tokens.close());
  }

  /**
   * Bounds how often each address may show a session's cookie: whose it is costs a look into the cache, and anybody can
   * make one up. To be called before the hook that finds who asks.
   */
  limitSessions(server: FastifyInstance): void {
    this.#bound(server, (request) => this.#sessionBucketOf(request));
  }

  #bound(server: FastifyInstance, bucketFor: (request: FastifyRequest) => Bucket | undefined): void {
    server.addHook('onRequest', (request, reply, done) => {
      const bucket = bucketFor(request);
      if (bucket === undefined) return done();
      const decision = this.#leases.take(bucket.key, bucket.policy);
      if (!(decision instanceof Promise)) return done(this.#apply(reply, bucket.policy, decision));
      decision.then((made) => done(this.#apply(reply, bucket.policy, made)), done);
    });
  }

  #bucketOf(request: FastifyRequest): Bucket | undefined {
    const counted = countedBy(request);
    if (counted === undefined) return undefined;
    const principal = principalOf(request);
    // A closed network without keys is trusted: its addresses stand for keys, and this machine is not bounded.
    if (principal.kind === 'open')
      return isLoopback(request.ip)
        ? undefined
        : bucketOf(`rate:open:${addressKey(request.ip)}`, this.#ofKeys);
    if (counted === 'address' || principal.kind === 'anonymous')
      return bucketOf(`rate:address:${addressKey(request.ip)}`, this.#ofAddresses);
    return bucketOf(`rate:key:${principal.keyId ?? principal.name}`, this.#policyOf(principal));
  }

  /** Undefined where no session is looked up. */
  #sessionBucketOf(request: FastifyRequest): Bucket | undefined {
    if (request.headers.cookie === undefined || credentialOf(request).kind !== 'session') return undefined;
    const { url, config } = request.routeOptions;
    const access = accessOf(config);
    if (url !== SESSION && (access === undefined || access === 'public')) return undefined;
    return bucketOf(`rate:session:${addressKey(request.ip)}`, this.#ofSessions);
  }

  #policyOf({ requestsPerSecond }: Principal): Policy | undefined {
    if (requestsPerSecond === undefined) return this.#ofKeys;
    if (!this.#own.has(requestsPerSecond))
      this.#own.set(requestsPerSecond, policyOf('key', requestsPerSecond));
    return this.#own.get(requestsPerSecond);
  }

  #apply(reply: FastifyReply, policy: Policy, decision: Decision): WeirError | undefined {
    if (!decision.allowed) return this.#refuse(reply, policy, decision.retryAfterMs);
    reply.header('ratelimit-policy', policy.header);
    reply.header('ratelimit', rateLimitField(policy, decision.remaining));
    return undefined;
  }

  #refuse(reply: FastifyReply, policy: Policy, retryAfterMs: number): WeirError {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
    this.#limited.inc({ policy: policy.name });
    reply.header('ratelimit-policy', policy.header);
    reply.header('ratelimit', rateLimitField(policy, 0));
    reply.header('retry-after', String(seconds));
    const bound = `${policy.refillPerSecond} requests a second`;
    return new WeirError('WEIR_RATE_LIMITED', `The bound of ${WHOSE[policy.name]}, ${bound}, is reached`);
  }
}

const WHOSE: Readonly<Record<Policy['name'], string>> = {
  key: 'this key',
  address: 'this address, which showed no valid key',
  session: 'this address, which shows sessions',
};

function countingOf(url: string, methods: readonly string[], access: unknown): CountedBy | undefined {
  if (url === SESSION && methods.includes('POST')) return 'address';
  return access === undefined || access === 'public' ? undefined : 'principal';
}

function countedBy(request: FastifyRequest): CountedBy | undefined {
  return (request.routeOptions.config as Counted | undefined)?.countedBy;
}

function bucketOf(key: string, policy: Policy | undefined): Bucket | undefined {
  return policy === undefined ? undefined : { key, policy };
}
