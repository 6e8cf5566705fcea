import type { Issue, VerdictsRequest } from '@weir/contracts';
import { invalid, isObject } from './invalid-request.js';

/** The body of `POST /internal/verdicts`. Throws `WEIR_REQUEST_INVALID` naming each bad member. */
export function readVerdictsRequest(body: unknown): VerdictsRequest {
  if (!isObject(body)) {
    throw invalid('WEIR_REQUEST_INVALID', 'The body must be a JSON object with urls', []);
  }
  const { urls, reasons = true } = body;
  const issues = [...urlIssues(urls), ...reasonsIssues(reasons)];
  if (issues.length > 0) {
    throw invalid('WEIR_REQUEST_INVALID', issues[0]?.message ?? 'The body is not valid', issues);
  }
  return { urls: urls as string[], reasons: reasons as boolean };
}

function urlIssues(urls: unknown): Issue[] {
  if (!Array.isArray(urls)) {
    return [{ code: 'isArray', path: 'urls', message: 'urls must be an array of texts' }];
  }
  return urls.flatMap((url: unknown, index) =>
    typeof url === 'string'
      ? []
      : [{ code: 'isString', path: `urls.${index}`, message: `urls.${index} must be a text` }],
  );
}

function reasonsIssues(reasons: unknown): Issue[] {
  if (typeof reasons === 'boolean') return [];
  return [{ code: 'isBoolean', path: 'reasons', message: 'reasons must be true or false' }];
}
