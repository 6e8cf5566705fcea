/** The adapters of the four ports, apart from the ports: whoever loads them loads their drivers. */
export { MemoryCache, type MemoryCacheOptions } from './cache/memory/memory-cache.js';
export { RedisCache, type RedisCacheOptions } from './cache/redis/redis-cache.js';
export { EmbeddedDocuments } from './documents/embedded/embedded-documents.js';
export { MongoDocuments, type MongoDocumentsOptions } from './documents/mongodb/mongo-documents.js';
export * from './event-bus/embedded/index.js';
export * from './event-bus/kafka/index.js';
export * from './event-bus/platformatic/index.js';
export { FilesystemObjects } from './objects/filesystem/filesystem-objects.js';
export { S3Objects, type S3ObjectsOptions } from './objects/s3/s3-objects.js';
