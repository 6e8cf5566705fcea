import { describe, expect, expectTypeOf, it } from 'vitest';
import { cacheContract } from '../../testing/cache-contract.js';
import type { Cache } from '../cache.js';
import { MemoryCache } from './memory-cache.js';

const HOUR = { ttlMs: 3_600_000 };

cacheContract('MemoryCache', async () => {
  const cache = new MemoryCache();
  return { cache, dispose: () => cache.close() };
});

describe('MemoryCache', () => {
  it('is a Cache, for the compiler too', () => {
    expectTypeOf<MemoryCache>().toExtend<Cache>();
  });

  it('lets the least recently used go first, and reading is use', async () => {
    const cache = new MemoryCache({ maxEntries: 3 });
    for (const key of ['a', 'b', 'c']) await cache.set(key, key, HOUR);
    await cache.get('a');
    await cache.set('d', 'd', HOUR);
    expect(await cache.get('b')).toBeNull();
    for (const key of ['a', 'c', 'd']) expect(await cache.get(key)).toBe(key);
    expect(cache.size.entries).toBe(3);
  });

  it('stays within its bytes, and gives them back', async () => {
    const cache = new MemoryCache({ maxBytes: 10_000 });
    for (let index = 0; index < 500; index++) await cache.set(`k${index}`, 'x'.repeat(index), HOUR);
    expect(cache.size.bytes).toBeLessThanOrEqual(10_000);
    expect(await cache.get('k499')).toHaveLength(499);
    expect(await cache.get('k0')).toBeNull();
    for (let index = 0; index < 500; index++) await cache.delete(`k${index}`);
    expect(cache.size).toEqual({ entries: 0, bytes: 0 });
  });

  it('does not keep a value larger than the whole cache, nor the one it replaces', async () => {
    const cache = new MemoryCache({ maxBytes: 1_000 });
    await cache.set('a', 'small', HOUR);
    await cache.set('b', 'small', HOUR);
    await cache.set('a', 'x'.repeat(1_000), HOUR);
    expect(await cache.get('a')).toBeNull();
    expect(await cache.get('b')).toBe('small');
  });

  it('answers nothing once closed', async () => {
    const cache = new MemoryCache();
    await cache.set('a', 'v', HOUR);
    await cache.close();
    await expect(cache.get('a')).rejects.toMatchObject({ code: 'WEIR_CACHE_UNAVAILABLE' });
    await expect(cache.check()).rejects.toMatchObject({ code: 'WEIR_CACHE_UNAVAILABLE' });
    expect(cache.size).toEqual({ entries: 0, bytes: 0 });
  });
});
