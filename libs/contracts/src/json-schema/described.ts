import { ValidateBy, ValidateIf } from 'class-validator';
import type { JsonSchema } from './json-schema.js';

/** What a member is, in JSON Schema, where no rule says it as well. Describes only: it refuses nothing. */
export function Described(schema: JsonSchema): PropertyDecorator {
  return ValidateBy({ name: 'described', constraints: [schema], validator: { validate: () => true } });
}

/** An object of any members, whose values are all alike. */
export function MapOf(values: JsonSchema): PropertyDecorator {
  return Described({ type: 'object', additionalProperties: values });
}

/** A member that is always there and may be `null`. `@IsOptional` is for one that may be absent. */
export function OrNull(): PropertyDecorator {
  const isAsked = ValidateIf((_, value) => value !== null);
  const mark = ValidateBy({ name: 'orNull', validator: { validate: () => true } });
  return (target, property) => {
    for (const decorate of [isAsked, mark]) decorate(target, property);
  };
}
