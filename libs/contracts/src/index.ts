import 'reflect-metadata';

export * from './access/scopes.js';
export * from './asyncapi/index.js';
export * from './events/index.js';
export * from './feature-schema/index.js';
export * from './inference-port/enrichment.js';
export * from './inference-port/predictions.js';
export * from './inference-port/rows-message.js';
export * from './inference-port/scores-message.js';
export * from './json-schema/index.js';
export * from './topics/cloud-events.js';
export * from './topics/topics.js';
export * from './validation/issue.js';
export { Nested, NestedList } from './validation/nested.js';
export type { ParameterGrids } from './validation/parameter-grids.js';
export * from './validation/validate.js';
export * from './verdict/verdict.js';
