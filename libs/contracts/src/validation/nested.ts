import { type ClassConstructor, Type } from 'class-transformer';
import { IsArray, IsObject, ValidateNested } from 'class-validator';

/** A member that is one object of a class. `ValidateNested` alone lets an absent member and an array pass. */
export function Nested(type: () => ClassConstructor<object>): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [Type(type), ValidateNested(), IsObject()]) decorate(target, property);
  };
}

/** A member that is a list of objects of a class. */
export function NestedList(type: () => ClassConstructor<object>): PropertyDecorator {
  return (target, property) => {
    for (const decorate of [Type(type), ValidateNested({ each: true }), IsArray()])
      decorate(target, property);
  };
}
