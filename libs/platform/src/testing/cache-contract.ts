import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cache } from '../cache/index.js';

export interface CacheFixture {
  readonly cache: Cache;
  dispose(): Promise<void>;
}

const HOUR = { ttlMs: 3_600_000 };
const SHORT = { ttlMs: 150 };

/** What every adapter of the `Cache` port promises. */
export function cacheContract(name: string, setup: () => Promise<CacheFixture>): void {
  describe(`${name} keeps the Cache contract`, () => {
    let fixture: CacheFixture;
    const own = (name = 'key') => `${name}:${randomUUID()}`;

    beforeAll(async () => {
      fixture = await setup();
    });
    afterAll(() => fixture.dispose());

    it('answers its check', async () => {
      await expect(fixture.cache.check()).resolves.toBeUndefined();
    });

    it('sets, gets, replaces and deletes', async () => {
      const { cache } = fixture;
      const key = own();
      expect(await cache.get(key)).toBeNull();
      await cache.set(key, 'one', HOUR);
      expect(await cache.get(key)).toBe('one');
      await cache.set(key, 'two', HOUR);
      expect(await cache.get(key)).toBe('two');
      await cache.delete(key);
      await cache.delete(key);
      expect(await cache.get(key)).toBeNull();
    });

    it.each(['', 'ünïcødé 日本 😀', '{"a":"\\u0000\\n"}', 'line\nline\0end', 'x'.repeat(1_000_000)])(
      'keeps any text (%#)',
      async (value) => {
        const key = own('https://example.com/ä?b={c}');
        await fixture.cache.set(key, value, HOUR);
        expect(await fixture.cache.get(key)).toBe(value);
      },
    );

    it('forgets a value after its time to live, and only that one', async () => {
      const { cache } = fixture;
      const [passing, staying] = [own(), own()];
      await cache.set(staying, 'stays', HOUR);
      await cache.set(passing, 'passes', SHORT);
      await vi.waitFor(async () => expect(await cache.get(passing)).toBeNull(), 10_000);
      expect(await cache.get(staying)).toBe('stays');
    });

    it('begins the time to live anew with each set', async () => {
      const { cache } = fixture;
      const [replaced, witness] = [own(), own()];
      await cache.set(replaced, 'old', SHORT);
      await cache.set(replaced, 'new', HOUR);
      await cache.set(witness, 'gone', SHORT);
      await vi.waitFor(async () => expect(await cache.get(witness)).toBeNull(), 10_000);
      expect(await cache.get(replaced)).toBe('new');
    });

    it('counts up and down from nothing', async () => {
      const { cache } = fixture;
      const key = own();
      expect(await cache.increment(key, 5, HOUR)).toBe(5);
      expect(await cache.increment(key, -7, HOUR)).toBe(-2);
      expect(await cache.increment(key, 0, HOUR)).toBe(-2);
      expect(await cache.get(key)).toBe('-2');
      await cache.delete(key);
      expect(await cache.increment(key, 1, HOUR)).toBe(1);
    });

    it('loses none of 200 concurrent increments', async () => {
      const { cache } = fixture;
      const key = own();
      const sums = await Promise.all(Array.from({ length: 200 }, () => cache.increment(key, 1, HOUR)));
      expect(sums.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    });

    it('does not renew a counter by counting', async () => {
      const { cache } = fixture;
      const key = own();
      await cache.increment(key, 1, SHORT);
      // A counter that each step renewed would never begin again.
      await vi.waitFor(async () => expect(await cache.increment(key, 1, SHORT)).toBe(1), {
        timeout: 10_000,
        interval: 10,
      });
    });

    it('counts on from a number that was set, within its time to live', async () => {
      const { cache } = fixture;
      const key = own();
      await cache.set(key, '41', SHORT);
      expect(await cache.increment(key, 1, HOUR)).toBe(42);
      await vi.waitFor(async () => expect(await cache.get(key)).toBeNull(), 10_000);
    });

    it('refuses to count on text, and leaves it', async () => {
      const { cache } = fixture;
      const key = own();
      await cache.set(key, 'text', HOUR);
      await expect(cache.increment(key, 1, HOUR)).rejects.toMatchObject({ code: 'WEIR_INTERNAL' });
      expect(await cache.get(key)).toBe('text');
    });

    it('gives what a full bucket holds, then refuses and says until when', async () => {
      const { cache } = fixture;
      const key = own();
      const request = { capacity: 5, refillPerSecond: 0.01, tokens: 1 };
      for (const remaining of [4, 3, 2, 1, 0])
        expect(await cache.takeTokens(key, request)).toEqual({
          allowed: true,
          taken: 1,
          remaining,
          retryAfterMs: 0,
        });
      const refused = await cache.takeTokens(key, request);
      expect(refused).toMatchObject({ allowed: false, taken: 0, remaining: 0 });
      expect(refused.retryAfterMs).toBeGreaterThan(90_000);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(100_000);
      // Each key has a bucket of its own.
      expect(await cache.takeTokens(own(), request)).toMatchObject({ allowed: true, remaining: 4 });
    });

    it('takes several tokens together, or as many as there are, or none', async () => {
      const { cache } = fixture;
      const key = own();
      const bucket = { capacity: 10, refillPerSecond: 0.001 };
      expect(await cache.takeTokens(key, { ...bucket, tokens: 7 })).toMatchObject({ taken: 7, remaining: 3 });
      expect(await cache.takeTokens(key, { ...bucket, tokens: 7 })).toMatchObject({ taken: 0, remaining: 3 });
      expect(await cache.takeTokens(key, { ...bucket, tokens: 7, least: 2 })).toMatchObject({
        allowed: true,
        taken: 3,
        remaining: 0,
      });
    });

    it('fills up again', async () => {
      const { cache } = fixture;
      const key = own();
      const request = { capacity: 2, refillPerSecond: 20, tokens: 2 };
      expect((await cache.takeTokens(key, request)).allowed).toBe(true);
      await vi.waitFor(async () => expect((await cache.takeTokens(key, request)).allowed).toBe(true), 10_000);
    });

    it('hands out no token twice to 200 callers at once', async () => {
      const { cache } = fixture;
      const key = own();
      const request = { capacity: 60, refillPerSecond: 0.001, tokens: 1 };
      const grants = await Promise.all(Array.from({ length: 200 }, () => cache.takeTokens(key, request)));
      expect(grants.filter(({ allowed }) => allowed)).toHaveLength(60);
      expect(new Set(grants.filter(({ allowed }) => allowed).map(({ remaining }) => remaining)).size).toBe(
        60,
      );
    });

    it('forgets a bucket once it is full', async () => {
      const { cache } = fixture;
      const key = own();
      await cache.takeTokens(key, { capacity: 10, refillPerSecond: 100, tokens: 1 });
      expect(await cache.get(key)).not.toBeNull();
      await vi.waitFor(async () => expect(await cache.get(key)).toBeNull(), 10_000);
    });

    it('takes no tokens from text, and leaves it', async () => {
      const { cache } = fixture;
      const key = own();
      await cache.set(key, 'text', HOUR);
      const taking = cache.takeTokens(key, { capacity: 1, refillPerSecond: 1, tokens: 1 });
      await expect(taking).rejects.toMatchObject({ code: 'WEIR_INTERNAL' });
      expect(await cache.get(key)).toBe('text');
    });

    it.each([
      { capacity: 1.5, refillPerSecond: 1, tokens: 1 },
      { capacity: 0, refillPerSecond: 1, tokens: 1 },
      { capacity: 1, refillPerSecond: 1, tokens: 2 },
      { capacity: 9, refillPerSecond: 0, tokens: 1 },
      { capacity: 9, refillPerSecond: Number.NaN, tokens: 1 },
      { capacity: 9, refillPerSecond: 1, tokens: 2, least: 3 },
      { capacity: 9, refillPerSecond: 1, tokens: 2, least: 0 },
    ])('refuses a bucket of %o', async (request) => {
      await expect(fixture.cache.takeTokens(own(), request)).rejects.toMatchObject({ code: 'WEIR_INTERNAL' });
    });

    it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
      'refuses a time to live of %s',
      async (ttlMs) => {
        const { cache } = fixture;
        const key = own();
        await expect(cache.set(key, 'v', { ttlMs })).rejects.toMatchObject({ code: 'WEIR_INTERNAL' });
        await expect(cache.increment(key, 1, { ttlMs })).rejects.toMatchObject({ code: 'WEIR_INTERNAL' });
        expect(await cache.get(key)).toBeNull();
      },
    );

    it.each([0.5, Number.NaN, 2 ** 53])('refuses to count by %s', async (by) => {
      await expect(fixture.cache.increment(own(), by, HOUR)).rejects.toMatchObject({ code: 'WEIR_INTERNAL' });
    });
  });
}
