import {
  type Cache,
  type Environment,
  isWeirError,
  type Logger,
  type TokenGrant,
  type TokenRequest,
  WeirError,
} from '@weir/platform';
import { MemoryCache } from '@weir/platform/adapters';
import type { TokenSource } from './token-leases.js';

/** A request waits no longer for the shared cache. */
const PATIENCE_MS = 250;
/** Between two looks whether the cache is back. */
const LOOK_AGAIN_MS = 1_000;

export interface SharedTokensOptions {
  readonly cache: Pick<Cache, 'takeTokens' | 'check'>;
  readonly fallback: Environment['rateLimitFallback'];
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  /** Told of each change. */
  readonly onAway?: (away: boolean) => void;
}

/**
 * Buckets in the cache that all replicas share. While it is away, `fallback` decides at once, and the cache is looked
 * for in the background: one request finds it gone, none waits for it to come back.
 */
export class SharedTokens implements TokenSource {
  readonly #local = new MemoryCache({ maxEntries: 50_000 });
  #away = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly options: SharedTokensOptions) {}

  /** Rejects with `WEIR_CACHE_UNAVAILABLE` where the fallback is `refuse` and the cache is away. */
  async takeTokens(key: string, request: TokenRequest): Promise<TokenGrant> {
    if (this.#away) return this.#without(key, request);
    try {
      return await answered(this.options.cache.takeTokens(key, request));
    } catch (error) {
      if (!isWeirError(error, 'WEIR_CACHE_UNAVAILABLE')) throw error;
      this.#leave(error);
      return this.#without(key, request);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #without(key: string, request: TokenRequest): Promise<TokenGrant> {
    const { fallback } = this.options;
    if (fallback === 'local') return this.#local.takeTokens(key, request);
    if (fallback === 'allow')
      return { allowed: true, taken: request.tokens, remaining: request.capacity, retryAfterMs: 0 };
    throw new WeirError('WEIR_CACHE_UNAVAILABLE', 'The rate limits cannot be looked up');
  }

  #leave(error: WeirError): void {
    if (this.#away || this.#closed) return;
    this.#away = true;
    const { fallback, logger, onAway } = this.options;
    logger.warn({ reason: error.message, fallback }, 'the cache is away: rate limits are not shared');
    onAway?.(true);
    this.#lookAgain();
  }

  #lookAgain(): void {
    this.#timer = setTimeout(() => void this.#look(), LOOK_AGAIN_MS).unref();
  }

  async #look(): Promise<void> {
    const isBack = await this.options.cache.check().then(
      () => true,
      () => false,
    );
    if (this.#closed) return;
    if (!isBack) return this.#lookAgain();
    this.#away = false;
    this.options.logger.info('the cache is back: rate limits are shared again');
    this.options.onAway?.(false);
  }
}

async function answered<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new WeirError('WEIR_CACHE_UNAVAILABLE', `no answer within ${PATIENCE_MS} ms`)),
      PATIENCE_MS,
    );
  });
  asked.catch(() => undefined);
  try {
    return await Promise.race([asked, patience]);
  } finally {
    clearTimeout(timer);
  }
}
