import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { dropAbsent } from './drop-absent.js';
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
