import { Redis, type RedisOptions } from 'ioredis';
import { describeFailure, plainCause, within } from '../../driver-failure/index.js';
import { WeirError } from '../../errors/index.js';
import type { Cache } from '../cache.js';
import { checkStep, checkTtl, notABucket, notACounter } from '../cache-rules.js';
import { checkTokenRequest, type TokenGrant, type TokenRequest } from '../token-bucket.js';
import { NOT_A_BUCKET, TAKE_TOKENS } from './take-tokens.js';

export interface RedisCacheOptions {
  /** `REDIS_URL`: `redis://` or `rediss://` (TLS). May hold a password: it never stands in an error. */
  readonly url: string;
  /** Before every key. Default `weir:`. */
  readonly prefix?: string;
}

const CHECK_MS = 2_000;

const LIMITS = {
  connectTimeout: 1_000,
  // Counts from the call, the wait for a connection included.
  commandTimeout: 1_000,
  // A connection that answers nothing for this long is dead, and made anew.
  socketTimeout: 3_000,
  // Waiting calls fail with the first failed attempt to connect; attempts go on for ever.
  maxRetriesPerRequest: 0,
  retryStrategy: (attempt: number) => Math.min(50 * 2 ** Math.min(attempt, 6), 2_000),
  // A command whose answer was lost is not sent again: a counter would count it twice.
  autoResendUnfulfilledCommands: false,
} satisfies RedisOptions;

/** In one script, so that no counter is ever left without a time to live, whatever fails in between. */
const INCREMENT = `
local sum = redis.call('INCRBY', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return tostring(sum)`;

interface Scripts {
  weirIncrement(key: string, by: number, ttlMs: number): Promise<string>;
  weirTakeTokens(
    key: string,
    capacity: number,
    refillPerSecond: number,
    tokens: number,
    least: number,
  ): Promise<[taken: number, remaining: number, retryAfterMs: number]>;
}

/** A cache on Redis, shared by all replicas. Connects by itself, now and after each loss. */
export class RedisCache implements Cache {
  private readonly client: Redis & Scripts;
  private readonly secrets: readonly string[];
  private lastFailure: Error | undefined;

  constructor({ url, prefix = 'weir:' }: RedisCacheOptions) {
    this.secrets = checkUrl(url);
    const client = new Redis(url, { ...LIMITS, keyPrefix: prefix });
    client.defineCommand('weirIncrement', { lua: INCREMENT, numberOfKeys: 1 });
    client.defineCommand('weirTakeTokens', { lua: TAKE_TOKENS, numberOfKeys: 1 });
    // Each call reports its own failure; this one says why the connection is away.
    client.on('error', (error: Error) => {
      this.lastFailure = plainCause(error, this.secrets);
    });
    client.on('ready', () => {
      this.lastFailure = undefined;
    });
    this.client = client as Redis & Scripts;
  }

  get(key: string): Promise<string | null> {
    return this.run(() => this.client.get(key));
  }

  async set(key: string, value: string, { ttlMs }: { readonly ttlMs: number }): Promise<void> {
    checkTtl(ttlMs);
    await this.run(() => this.client.set(key, value, 'PX', ttlMs));
  }

  async increment(key: string, by: number, { ttlMs }: { readonly ttlMs: number }): Promise<number> {
    checkTtl(ttlMs);
    checkStep(by);
    const sum = Number(await this.run(() => this.client.weirIncrement(key, by, ttlMs)));
    if (!Number.isSafeInteger(sum)) throw notACounter();
    return sum;
  }

  async takeTokens(key: string, request: TokenRequest): Promise<TokenGrant> {
    checkTokenRequest(request);
    const { capacity, refillPerSecond, tokens, least = tokens } = request;
    const [taken, remaining, retryAfterMs] = await this.run(() =>
      this.client.weirTakeTokens(key, capacity, refillPerSecond, tokens, least),
    );
    return { allowed: taken > 0, taken, remaining, retryAfterMs };
  }

  async delete(key: string): Promise<void> {
    await this.run(() => this.client.del(key));
  }

  async check(): Promise<void> {
    const failure = () => this.unavailable(new Error('no answer within 2 s'));
    await within(
      CHECK_MS,
      this.run(() => this.client.ping()),
      failure,
    );
  }

  async close(): Promise<void> {
    // `quit` lets commands under way finish; where nobody answers it, the socket is simply closed.
    if (this.client.status === 'ready') await this.client.quit().catch(() => undefined);
    this.client.disconnect();
  }

  private async run<R>(command: () => Promise<R>): Promise<R> {
    try {
      return await command();
    } catch (error) {
      if (error instanceof Error && /not an integer|would overflow/.test(error.message)) {
        throw notACounter(plainCause(error, this.secrets));
      }
      if (error instanceof Error && error.message.includes(NOT_A_BUCKET)) {
        throw notABucket(plainCause(error, this.secrets));
      }
      throw this.unavailable(error);
    }
  }

  private unavailable(error: unknown): WeirError {
    const cause = this.lastFailure ?? plainCause(error, this.secrets);
    return new WeirError('WEIR_CACHE_UNAVAILABLE', `Redis: ${describeFailure(cause)}`, { cause });
  }
}

/** The URL's secrets. The driver takes anything for a host name, so the form is checked here. */
function checkUrl(url: string): string[] {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['redis:', 'rediss:'].includes(parsed.protocol)) {
    throw new WeirError('WEIR_CONFIG_INVALID', 'REDIS_URL is not a redis:// or rediss:// URL.');
  }
  return [parsed.password, decodePassword(parsed.password)];
}

function decodePassword(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
