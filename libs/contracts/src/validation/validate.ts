import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { flattenIssues, type Issue } from './issue.js';

export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: Issue[] };

/**
 * Checks unknown data against a class of this library. Unknown members are dropped, so a newer producer is understood;
 * an optional member that is `null` counts as absent, and absent members are not there at all, not even as `undefined`.
 */
export function validate<T extends object>(type: ClassConstructor<T>, raw: unknown): Validated<T> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { ok: false, issues: [{ code: 'type', path: '', message: 'must be a JSON object' }] };
  }
  const value = plainToInstance(type, raw);
  const issues = flattenIssues(validateSync(value, { whitelist: true }));
  if (issues.length > 0) return { ok: false, issues };
  dropAbsent(value);
  return { ok: true, value };
}

/** A class's declared members stand as `undefined` on its instances: spread, they would wipe out what is known. */
function dropAbsent(instance: object): void {
  for (const [member, value] of Object.entries(instance) as [string, unknown][]) {
    if (value === undefined || value === null) Reflect.deleteProperty(instance, member);
    else if (isInstance(value)) dropAbsent(value);
  }
}

/** An object of one of our classes; plain objects are the sender's own. */
function isInstance(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== Object.prototype;
}
