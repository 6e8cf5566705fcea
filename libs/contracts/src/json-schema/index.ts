export { type ClassSchemaOptions, classesBelow, classSchema } from './class-schema.js';
export { Described, MapOf, OrNull } from './described.js';
export type { JsonSchema } from './json-schema.js';
