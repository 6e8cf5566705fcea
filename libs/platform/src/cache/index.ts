export * from './cache.js';
export type { TokenGrant, TokenRequest } from './token-bucket.js';
