export * from './cache/index.js';
export * from './documents/index.js';
export * from './errors/index.js';
export * from './event-bus/index.js';
export * from './objects/index.js';
