export * from './feature-schema.js';
export * from './schema-registry.js';
export { UCI_9 } from './uci-9.js';
export { UCI_30 } from './uci-30.js';
export { URL_SCHEMA } from './url.js';
export { InvalidSchemaError, parseFeatureSchema } from './yaml-schema.js';
