import { MAX_URL_LENGTH } from '@weir/contracts';
import { checked } from '../http/request-validation.js';
import { VerdictRequest } from './verdict-requests.js';

/**
 * The body of `POST /v1/verdicts`. Throws `WEIR_REQUEST_INVALID`. By the class's own rules, which cost tens of
 * microseconds a request, only where the few comparisons that they come to do not hold: those say what is wrong.
 */
export function readVerdictRequest(body: unknown): VerdictRequest {
  return isVerdictRequest(body) ? body : checked(VerdictRequest, body ?? {});
}

export function isVerdictRequest(body: unknown): body is VerdictRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const { url, enrich, reasons } = body as Record<string, unknown>;
  if (typeof url !== 'string' || url === '' || url.length > MAX_URL_LENGTH) return false;
  if (enrich !== undefined && typeof enrich !== 'boolean') return false;
  if (reasons !== undefined && typeof reasons !== 'boolean') return false;
  for (const name in body) if (name !== 'url' && name !== 'enrich' && name !== 'reasons') return false;
  return true;
}
