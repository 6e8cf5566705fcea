export { type ClassSchemaOptions, classesBelow, classSchema } from './class-schema.js';
export type { JsonSchema } from './json-schema.js';
