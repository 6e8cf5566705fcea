import { describe, expect, it } from 'vitest';
import { type BucketLevel, fullIn, takeFrom } from './token-bucket.js';

const TWO_A_SECOND = { capacity: 10, refillPerSecond: 2, tokens: 1 };

describe('takeFrom', () => {
  it('gives a full bucket at once, then one token for each half second', () => {
    let bucket: BucketLevel | undefined;
    const allowed: number[] = [];
    for (let now = 0; now < 10_000; now += 100) {
      const taken = takeFrom(bucket, TWO_A_SECOND, now);
      bucket = taken.bucket;
      if (taken.grant.allowed) allowed.push(now);
    }
    // Ten tokens and two more meanwhile in the first 1.1 s; afterwards each at the half second.
    expect(allowed.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, index) => index * 100));
    expect(allowed.slice(12)).toEqual(Array.from({ length: 17 }, (_, index) => 1_500 + index * 500));
  });

  it('says how long to wait, exactly', () => {
    const empty = { tokens: 0.5, at: 1_000 };
    const { grant } = takeFrom(empty, TWO_A_SECOND, 1_000);
    expect(grant).toEqual({ allowed: false, taken: 0, remaining: 0, retryAfterMs: 250 });
    expect(takeFrom(empty, TWO_A_SECOND, 1_249).grant.allowed).toBe(false);
    expect(takeFrom(empty, TWO_A_SECOND, 1_250).grant.allowed).toBe(true);
  });

  it('makes do with fewer where it may', () => {
    const { bucket, grant } = takeFrom({ tokens: 3.5, at: 0 }, { ...TWO_A_SECOND, tokens: 8, least: 2 }, 0);
    expect(grant).toEqual({ allowed: true, taken: 3, remaining: 0, retryAfterMs: 0 });
    expect(bucket.tokens).toBe(0.5);
  });

  it('refills nothing for a clock that went back, nor twice when it comes again', () => {
    const { bucket, grant } = takeFrom({ tokens: 0, at: 5_000 }, TWO_A_SECOND, 1_000);
    expect(grant.allowed).toBe(false);
    expect(takeFrom(bucket, TWO_A_SECOND, 5_000).grant.allowed).toBe(false);
  });

  it('never holds more than its capacity', () => {
    expect(takeFrom({ tokens: 1, at: 0 }, TWO_A_SECOND, 1e9).grant.remaining).toBe(9);
  });
});

it('is full after what is missing came back', () => {
  expect(fullIn({ tokens: 4, at: 0 }, TWO_A_SECOND)).toBe(3_000);
});
