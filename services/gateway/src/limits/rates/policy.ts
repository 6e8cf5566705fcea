/** How often somebody may ask: a bucket of `capacity` requests that gains `refillPerSecond`. */
export interface Policy {
  /**
   * `key`: of a key, or of an address in a network that is trusted; `address`: of those without a valid key;
   * `session`: of an address that shows a session.
   */
  readonly name: 'key' | 'address' | 'session';
  readonly capacity: number;
  readonly refillPerSecond: number;
  /** The `RateLimit-Policy` field. */
  readonly header: string;
}

/** Undefined where there is no bound: at 0 requests a second. */
export function policyOf(
  name: Policy['name'],
  refillPerSecond: number,
  burst = 2 * refillPerSecond,
): Policy | undefined {
  if (refillPerSecond <= 0) return undefined;
  const capacity = Math.max(1, Math.round(burst));
  // The draft has quotas of fixed windows: the bucket's is the time it takes to fill.
  const window = Math.max(1, Math.ceil(capacity / refillPerSecond));
  return { name, capacity, refillPerSecond, header: `"${name}";q=${capacity};w=${window}` };
}

/** The `RateLimit` field of draft-ietf-httpapi-ratelimit-headers-10: what is left, and seconds until it is all back. */
export function rateLimitField({ name, capacity, refillPerSecond }: Policy, remaining: number): string {
  const reset = Math.ceil((capacity - remaining) / refillPerSecond);
  return `"${name}";r=${remaining};t=${reset}`;
}
