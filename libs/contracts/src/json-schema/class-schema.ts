import 'reflect-metadata';
import type { ClassConstructor } from 'class-transformer';
import { isArrayMember, nestedTypeOf, type Rule, rulesOf } from './class-metadata.js';
import type { JsonSchema } from './json-schema.js';

type Translate = (argument: unknown) => JsonSchema;

/** What each class-validator rule says, in JSON Schema. Rules about the array itself stand in {@link ARRAY_RULES}. */
const VALUE_RULES: Readonly<Record<string, Translate>> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isObject: () => ({ type: 'object' }),
  isISO8601: () => ({ type: 'string', format: 'date-time' }),
  isHash: () => ({ type: 'string', pattern: '^[a-f0-9]{64}$' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  isIn: (values) => ({ enum: values as readonly unknown[] }),
  isNotEmpty: () => ({ minLength: 1 }),
  min: (value) => ({ minimum: value as number }),
  max: (value) => ({ maximum: value as number }),
  minLength: (value) => ({ minLength: value as number }),
  maxLength: (value) => ({ maxLength: value as number }),
  isParameterGrids: () => ({
    type: 'object',
    additionalProperties: {
      type: 'object',
      additionalProperties: { type: 'array', minItems: 1, items: { type: ['number', 'string'] } },
    },
  }),
  matches: (pattern) => ({ pattern: (pattern as RegExp).source }),
  described: (schema) => schema as JsonSchema,
};

const ARRAY_RULES: Readonly<Record<string, Translate>> = {
  isArray: () => ({ type: 'array' }),
  arrayNotEmpty: () => ({ type: 'array', minItems: 1 }),
  arrayMinSize: (value) => ({ type: 'array', minItems: value as number }),
  arrayMaxSize: (value) => ({ type: 'array', maxItems: value as number }),
};

export interface ClassSchemaOptions {
  /** Where the schemas of nested classes stand: `#/components/schemas/`. */
  readonly refPrefix: string;
  /** What a sender may send where other members are refused: `null` then counts as absent. False where absent. */
  readonly closed?: boolean;
}

/** A class's class-validator rules as JSON Schema; nested classes are `$ref`s. See {@link classesBelow} for those. */
export function classSchema(type: ClassConstructor<object>, options: ClassSchemaOptions): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [property, rules] of rulesOf(type)) {
    const isOptional = has(rules, 'isOptional');
    const member = memberSchema(type, property, rules, options);
    const mayBeNull = has(rules, 'orNull') || (isOptional && options.closed === true);
    properties[property] = mayBeNull ? orNull(member) : member;
    if (!isOptional) required.push(property);
  }
  return {
    title: type.name,
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(options.closed === true ? { additionalProperties: false } : {}),
  };
}

function has(rules: readonly Rule[], name: string): boolean {
  return rules.some((rule) => rule.name === name);
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (type === undefined && values === undefined) return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    ...(type === undefined ? {} : { type: [type, 'null'].flat() }),
    ...(values === undefined ? {} : { enum: [...values, null] }),
  };
}

function memberSchema(
  type: ClassConstructor<object>,
  property: string,
  rules: readonly Rule[],
  { refPrefix }: ClassSchemaOptions,
): JsonSchema {
  const nested = nestedTypeOf(type, property);
  const isNested = has(rules, 'nestedValidation') && nested !== undefined;
  const value = isNested ? { $ref: `${refPrefix}${nested.name}` } : translated(rules, VALUE_RULES);
  // The whole member, list or not.
  if (has(rules, 'described')) return value;
  const array = translated(rules, ARRAY_RULES);
  const isArray = array.type === 'array' || rules.some((rule) => rule.each) || isArrayMember(type, property);
  return isArray ? { ...array, type: 'array', items: value } : value;
}

function translated(rules: readonly Rule[], known: Readonly<Record<string, Translate>>): JsonSchema {
  return Object.assign({}, ...rules.map((rule) => known[rule.name]?.(rule.constraints[0])));
}

/** The classes given and every class they nest, by name. Throws `RangeError` where two have the same name. */
export function classesBelow(
  roots: readonly ClassConstructor<object>[],
): ReadonlyMap<string, ClassConstructor<object>> {
  const found = new Map<string, ClassConstructor<object>>();
  const visit = (type: ClassConstructor<object>): void => {
    const known = found.get(type.name);
    if (known === type) return;
    if (known !== undefined) throw new RangeError(`two classes are named ${type.name}`);
    found.set(type.name, type);
    for (const property of rulesOf(type).keys()) {
      const nested = nestedTypeOf(type, property);
      if (nested !== undefined && rulesOf(nested).size > 0) visit(nested);
    }
  };
  roots.forEach(visit);
  return found;
}
