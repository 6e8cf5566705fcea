import type { TokenGrant, TokenRequest } from './token-bucket.js';

/**
 * Small values that may vanish at any time. A time to live is a whole number of milliseconds from 1; what breaks that
 * is refused with `WEIR_INTERNAL`, as is a counter step or sum that is not a safe integer, and counting on a key that
 * holds text. Where the server is away, operations reject with `WEIR_CACHE_UNAVAILABLE` within about a second.
 */
export interface Cache {
  get(key: string): Promise<string | null>;
  /** Sets or replaces; the time to live begins anew. */
  set(key: string, value: string, options: { readonly ttlMs: number }): Promise<void>;
  /**
   * Adds to a counter, atomically; the time to live is set when the counter is made, and not renewed. Returns the new
   * value. A call whose answer is lost rejects and may have counted; it is never counted twice.
   */
  increment(key: string, by: number, options: { readonly ttlMs: number }): Promise<number>;
  /**
   * Takes tokens from the key's bucket, atomically: of several callers, none is given what another took. A full bucket
   * takes no room. Callers of one key ask for the same capacity and refill. A call whose answer is lost rejects and may
   * have taken.
   */
  takeTokens(key: string, request: TokenRequest): Promise<TokenGrant>;
  delete(key: string): Promise<void>;
  check(): Promise<void>;
  close(): Promise<void>;
}
