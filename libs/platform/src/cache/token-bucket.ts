import { WeirError } from '../errors/index.js';

/** A bucket fills by `refillPerSecond` up to `capacity`; a key that was never asked for has a full one. */
export interface TokenRequest {
  /** Whole tokens a full bucket holds, from 1. */
  readonly capacity: number;
  /** Above 0; may be a fraction. */
  readonly refillPerSecond: number;
  /** Whole tokens wanted, 1 to `capacity`. */
  readonly tokens: number;
  /** Fewest to make do with where there are not as many; default `tokens`. */
  readonly least?: number;
}

export interface TokenGrant {
  readonly allowed: boolean;
  /** Tokens taken: 0 where not allowed. */
  readonly taken: number;
  /** Whole tokens left. */
  readonly remaining: number;
  /** Until `least` are there, in whole milliseconds; 0 where allowed. */
  readonly retryAfterMs: number;
}

/** How full a bucket is, and when that was, in milliseconds. */
export interface BucketLevel {
  readonly tokens: number;
  readonly at: number;
}

/** Lets two clocks' rounding not cost a token: a billionth of one is nobody's. */
const ROUNDING = 1e-9;
const MAX_CAPACITY = 1e9;

/** Throws `WEIR_INTERNAL` for a request that no bucket can meet. */
export function checkTokenRequest({ capacity, refillPerSecond, tokens, least = tokens }: TokenRequest): void {
  const isWhole = [capacity, tokens, least].every((each) => Number.isInteger(each) && each >= 1);
  const fits = capacity <= MAX_CAPACITY && tokens <= capacity && least <= tokens;
  if (isWhole && fits && refillPerSecond >= 1e-6 && refillPerSecond <= MAX_CAPACITY) return;
  throw new WeirError(
    'WEIR_INTERNAL',
    `A bucket of ${capacity} that gains ${refillPerSecond} a second cannot give ${least} to ${tokens} tokens.`,
  );
}

/** Takes from a bucket (token bucket algorithm, as in RFC 2697's meters). A clock that went back refills nothing. */
export function takeFrom(
  bucket: BucketLevel | undefined,
  { capacity, refillPerSecond, tokens, least = tokens }: TokenRequest,
  now: number,
): { readonly bucket: BucketLevel; readonly grant: TokenGrant } {
  const waited = Math.max(0, now - (bucket?.at ?? now));
  const level = Math.min(capacity, (bucket?.tokens ?? capacity) + (waited * refillPerSecond) / 1_000);
  const whole = Math.floor(level + ROUNDING);
  const at = Math.max(now, bucket?.at ?? now);
  if (whole < least) {
    const retryAfterMs = Math.max(1, Math.ceil(((least - level) / refillPerSecond) * 1_000));
    return {
      bucket: { tokens: level, at },
      grant: { allowed: false, taken: 0, remaining: whole, retryAfterMs },
    };
  }
  const taken = Math.min(tokens, whole);
  return {
    bucket: { tokens: level - taken, at },
    grant: { allowed: true, taken, remaining: whole - taken, retryAfterMs: 0 },
  };
}

/** Milliseconds until the bucket is full: from then on it says nothing that its absence does not. */
export function fullIn(bucket: BucketLevel, { capacity, refillPerSecond }: TokenRequest): number {
  return Math.max(1, Math.ceil(((capacity - bucket.tokens) / refillPerSecond) * 1_000));
}
