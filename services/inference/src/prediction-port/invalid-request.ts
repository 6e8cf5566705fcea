import type { Issue } from '@weir/contracts';
import { type ErrorCode, WeirError } from '@weir/platform';

/** Issues named in one answer; a request with a million bad rows says so with the first few. */
const MOST_ISSUES = 20;

export function invalid(code: ErrorCode, detail: string, issues: readonly Issue[]): WeirError {
  return new WeirError(code, detail, { context: { errors: issues.slice(0, MOST_ISSUES) } });
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
