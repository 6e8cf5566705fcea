import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { cacheContract } from '../../testing/cache-contract.js';
import { serverFaultsContract, tcpTargetOf } from '../../testing/server-faults-contract.js';
import { startTcpProxy } from '../../testing/tcp-proxy.js';
import type { Cache } from '../cache.js';
import { RedisCache } from './redis-cache.js';

const url = process.env.REDIS_URL ?? '';
if (url === '') throw new Error('REDIS_URL is not set: give the tests a Redis.');
const target = tcpTargetOf(url, 6_379);
const prefix = `weir-contract-${randomUUID().slice(0, 8)}:`;
const HOUR = { ttlMs: 3_600_000 };

cacheContract('RedisCache', async () => {
  const cache = new RedisCache({ url, prefix });
  return { cache, dispose: () => cache.close() };
});

serverFaultsContract('RedisCache', {
  target,
  unavailable: 'WEIR_CACHE_UNAVAILABLE',
  open: (port, secret) =>
    new RedisCache({ url: `redis://${secret === '' ? '' : `:${secret}@`}127.0.0.1:${port}`, prefix }),
  use: async (cache) => {
    const key = randomUUID();
    await cache.set(key, 'v', HOUR);
    expect(await cache.get(key)).toBe('v');
  },
});

describe('RedisCache', () => {
  let raw: Redis;
  let cache: RedisCache;

  beforeEach(() => {
    raw = new Redis(url);
    cache = new RedisCache({ url, prefix });
  });
  afterEach(async () => {
    await cache.close();
    await raw.quit();
  });

  it('is a Cache, for the compiler too', () => {
    expectTypeOf<RedisCache>().toExtend<Cache>();
  });

  it('puts its prefix before every key, and a time to live on each', async () => {
    await cache.set('text', 'v', HOUR);
    await cache.increment('counter', 2, HOUR);
    expect(await raw.get(`${prefix}text`)).toBe('v');
    expect(await raw.get(`${prefix}counter`)).toBe('2');
    for (const key of ['text', 'counter']) expect(await raw.pttl(`${prefix}${key}`)).toBeGreaterThan(0);
  });

  it('lets two clients together have no more than one bucket gives', async () => {
    const other = new RedisCache({ url, prefix });
    const request = { capacity: 100, refillPerSecond: 0.001, tokens: 3, least: 1 };
    const grants = await Promise.all(
      Array.from({ length: 400 }, (_, index) => (index % 2 ? cache : other).takeTokens('two', request)),
    );
    expect(grants.reduce((sum, { taken }) => sum + taken, 0)).toBe(100);
    await other.close();
  });

  it('keeps a bucket no longer than it takes to fill', async () => {
    await cache.takeTokens('brief', { capacity: 10, refillPerSecond: 1, tokens: 4 });
    const left = await raw.pttl(`${prefix}brief`);
    expect(left).toBeGreaterThan(3_000);
    expect(left).toBeLessThanOrEqual(4_000);
  });

  it('gives a counter that somebody left without a time to live one', async () => {
    await raw.set(`${prefix}orphan`, '7');
    expect(await cache.increment('orphan', 1, HOUR)).toBe(8);
    expect(await raw.pttl(`${prefix}orphan`)).toBeGreaterThan(0);
  });

  it('counts after the server lost its scripts', async () => {
    await cache.increment('scripts', 1, HOUR);
    await raw.script('FLUSH');
    expect(await cache.increment('scripts', 1, HOUR)).toBe(2);
  });

  it('never counts twice when an answer is lost', async () => {
    const proxy = await startTcpProxy(target);
    const away = new RedisCache({ url: `redis://127.0.0.1:${proxy.port}`, prefix });
    await away.increment('the-lost-count', 1, HOUR);
    proxy.loseReplyTo('the-lost-count');
    await expect(away.increment('the-lost-count', 1, HOUR)).rejects.toMatchObject({
      code: 'WEIR_CACHE_UNAVAILABLE',
    });
    await away.check();
    expect(await cache.get('the-lost-count')).toBe('2');
    await away.close();
    await proxy.close();
  });

  it.each(['nonsense', 'http://:hush-hush@host', ':hush-hush@host:1'])('refuses the URL %s', (bad) => {
    let error: unknown;
    try {
      new RedisCache({ url: bad });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'WEIR_CONFIG_INVALID' });
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain('hush-hush');
  });
});
