import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { flattenIssues, type Issue } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

const UNTYPED: readonly unknown[] = [Object, String, Number, Boolean, Array];

/** A refusal with one issue for each field. */
export function invalidRequest(issues: readonly Issue[]): WeirError {
  const said = issues.slice(0, 3).map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const more = issues.length > 3 ? ` and ${issues.length - 3} more` : '';
  return new WeirError('WEIR_REQUEST_INVALID', `${said.join('; ')}${more}`, { context: { errors: issues } });
}

export const issue = (path: string, code: string, message: string): Issue => ({ path, code, message });

/** Checks bodies and queries against their classes; members they do not know are refused by name. */
@Injectable()
export class RequestValidation implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || metatype === undefined || UNTYPED.includes(metatype)) {
      return value;
    }
    return checked(metatype as ClassConstructor<object>, value ?? {});
  }
}

/** The value as an instance of the class. Throws `WEIR_REQUEST_INVALID`. */
export function checked<T extends object>(type: ClassConstructor<T>, value: unknown): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidRequest([issue('', 'type', 'The body must be a JSON object')]);
  }
  const instance = plainToInstance(type, value);
  const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
  const issues = flattenIssues(validateSync(instance, options));
  if (issues.length > 0) throw invalidRequest(issues);
  forgetNulls(instance);
  return instance;
}

/** An optional member that is `null` counts as absent, also in the objects of our classes below; maps are the client's. */
function forgetNulls(instance: object): void {
  for (const [member, value] of Object.entries(instance) as [string, unknown][]) {
    if (value === null) Reflect.set(instance, member, undefined);
    else if (isOfClass(value)) forgetNulls(value);
  }
}

function isOfClass(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== Object.prototype;
}
