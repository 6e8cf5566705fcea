export * from './cache.js';
export { MemoryCache, type MemoryCacheOptions } from './memory/memory-cache.js';
export { RedisCache, type RedisCacheOptions } from './redis/redis-cache.js';
