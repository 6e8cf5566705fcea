import { MemoryCache } from '@weir/platform/adapters';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Policy } from './policy.js';
import { type Decision, LEASE_MS, TokenLeases, type TokenSource } from './token-leases.js';

let now: number;
let asked: { tokens: number; taken: number }[];
/** A bucket on a clock of the test's own. */
function bucketOf(capacity: number, refillPerSecond: number): TokenSource {
  let level = capacity;
  let at = now;
  return {
    takeTokens: async (_key, { tokens, least = tokens }) => {
      level = Math.min(capacity, level + ((now - at) * refillPerSecond) / 1_000);
      at = now;
      const taken = Math.floor(level) < least ? 0 : Math.min(tokens, Math.floor(level));
      level -= taken;
      asked.push({ tokens, taken });
      const wait = taken > 0 ? 0 : Math.ceil(((least - level) / refillPerSecond) * 1_000);
      return { allowed: taken > 0, taken, remaining: Math.floor(level), retryAfterMs: wait };
    },
  };
}

const POLICY: Policy = { name: 'key', capacity: 400, refillPerSecond: 200, header: '' };

beforeEach(() => {
  now = 0;
  asked = [];
});

async function takeMany(leases: TokenLeases, count: number): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (let taken = 0; taken < count; taken++) decisions.push(await leases.take('k', POLICY));
  return decisions;
}

describe('TokenLeases', () => {
  it('asks ever less often of a client that asks much, and hands out not one token more', async () => {
    const leases = new TokenLeases(bucketOf(400, 200), { now: () => now });
    const decisions = await takeMany(leases, 500);
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(400);
    expect(asked.slice(0, 6).map(({ tokens }) => tokens)).toEqual([1, 2, 4, 8, 16, 20]);
    expect(asked.reduce((sum, { taken }) => sum + taken, 0)).toBe(400);
    // 400 tokens in some 24 leases; one refusal told all who came after.
    expect(asked.length).toBeLessThan(30);
    expect(asked.filter(({ taken }) => taken === 0)).toHaveLength(1);
  });

  it('takes one at a time for a client that asks seldom: none is lost to it', async () => {
    const leases = new TokenLeases(bucketOf(400, 200), { now: () => now });
    for (let request = 0; request < 20; request++) {
      await leases.take('k', POLICY);
      now += LEASE_MS;
    }
    expect(new Set(asked.map(({ tokens }) => tokens))).toEqual(new Set([1]));
  });

  it('gives up what it did not use in time', async () => {
    const leases = new TokenLeases(bucketOf(400, 200), { now: () => now });
    await takeMany(leases, 8);
    expect(asked).toHaveLength(4);
    now += LEASE_MS;
    expect(await leases.take('k', POLICY)).toMatchObject({ allowed: true });
    expect(asked).toHaveLength(5);
  });

  it('decides at once where it can', async () => {
    const leases = new TokenLeases(bucketOf(400, 200), { now: () => now });
    await takeMany(leases, 2);
    expect(leases.take('k', POLICY)).toEqual({ allowed: true, remaining: 397, retryAfterMs: 0 });
  });

  it('says how long to wait, and asks no earlier', async () => {
    const leases = new TokenLeases(bucketOf(1, 4), { now: () => now });
    await leases.take('k', POLICY);
    expect(await leases.take('k', POLICY)).toEqual({ allowed: false, remaining: 0, retryAfterMs: 250 });
    now += 100;
    expect(leases.take('k', POLICY)).toEqual({ allowed: false, remaining: 0, retryAfterMs: 150 });
    expect(asked).toHaveLength(2);
    now += 150;
    expect(await leases.take('k', POLICY)).toMatchObject({ allowed: true });
  });

  it('asks once for all that come together', async () => {
    const leases = new TokenLeases(bucketOf(400, 200), { now: () => now });
    const decisions = await Promise.all(Array.from({ length: 64 }, () => leases.take('k', POLICY)));
    expect(decisions.every(({ allowed }) => allowed)).toBe(true);
    expect(asked).toEqual([{ tokens: 64, taken: 64 }]);
  });

  it('keeps to one bucket over several processes', async () => {
    const bucket = bucketOf(400, 200);
    const replicas = [0, 1, 2].map(() => new TokenLeases(bucket, { now: () => now }));
    const decisions = await Promise.all(replicas.map((leases) => takeMany(leases, 300)));
    const allowed = decisions.flat().filter((each) => each.allowed).length;
    // What one replica has in hand and does not use is lost to the others for a second: never the other way round.
    expect(allowed).toBeLessThanOrEqual(400);
    expect(allowed).toBeGreaterThan(340);
  });

  it('remembers no more keys than it may', async () => {
    const leases = new TokenLeases(new MemoryCache(), { maxKeys: 2 });
    for (const key of ['a', 'b', 'c', 'a']) expect((await leases.take(key, POLICY)).allowed).toBe(true);
  });

  it('passes a failure on to all that waited, and asks anew', async () => {
    let fails = true;
    const bucket = bucketOf(400, 200);
    const source: TokenSource = {
      takeTokens: async (key, request) => {
        if (fails) throw new Error('away');
        return bucket.takeTokens(key, request);
      },
    };
    const leases = new TokenLeases(source, { now: () => now });
    const failed = await Promise.allSettled([leases.take('k', POLICY), leases.take('k', POLICY)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect((await leases.take('k', POLICY)).allowed).toBe(true);
  });
});
