import { createRequire } from 'node:module';
import type { ClassConstructor } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

/** One class-validator rule of a member: its decorator's name, lower-case first, and its arguments. */
export interface Rule {
  readonly name: string;
  readonly constraints: readonly unknown[];
  /** Whether it holds for each item of an array. */
  readonly each: boolean;
}

interface TypeMetadata {
  readonly typeFunction: () => ClassConstructor<object>;
}

interface TransformerStorage {
  findTypeMetadata(target: ClassConstructor<object>, property: string): TypeMetadata | undefined;
}

// class-transformer keeps what `@Type` was told to itself; this is the module its own decorators write to.
const { defaultMetadataStorage } = createRequire(import.meta.url)('class-transformer/cjs/storage.js') as {
  defaultMetadataStorage: TransformerStorage;
};

/** A class's members in the order they are declared, each with its rules. */
export function rulesOf(type: ClassConstructor<object>): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const each of getMetadataStorage().getTargetValidationMetadatas(type, '', true, false)) {
    const known = rules.get(each.propertyName) ?? [];
    known.push({ name: each.name ?? each.type, constraints: each.constraints ?? [], each: each.each });
    rules.set(each.propertyName, known);
  }
  return rules;
}

/** The class that `@Type` names for a member, if it does. */
export function nestedTypeOf(
  type: ClassConstructor<object>,
  property: string,
): ClassConstructor<object> | undefined {
  return defaultMetadataStorage.findTypeMetadata(type, property)?.typeFunction();
}

/** Whether TypeScript declared the member as an array. */
export function isArrayMember(type: ClassConstructor<object>, property: string): boolean {
  return Reflect.getMetadata('design:type', type.prototype as object, property) === Array;
}
