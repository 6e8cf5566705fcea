export * from './datasets.js';
export * from './drift.js';
export * from './enrichments.js';
export * from './lists.js';
export * from './models.js';
export * from './pipeline.js';
export * from './run-continuation.js';
export * from './urls.js';
