import { ERROR_CATALOGUE, type ErrorCode, WeirError } from '@weir/platform';

const GATEWAY_STATUSES: readonly number[] = [502, 503, 504];

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CATALOGUE, code);
}

/** Inference's problem document as the error it was made from: the same code, detail and `errors`. */
export function errorOfResponse(status: number, body: unknown): WeirError {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { code, detail, errors } = problem;
  if (!isErrorCode(code)) {
    const fallback = GATEWAY_STATUSES.includes(status) ? 'WEIR_INFERENCE_UNAVAILABLE' : 'WEIR_INTERNAL';
    return new WeirError(fallback, `The inference service answered ${status}`);
  }
  return new WeirError(code, withoutRemedy(code, detail), {
    ...(Array.isArray(errors) ? { context: { errors } } : {}),
  });
}

/** The platform appends the remedy when it writes a problem, and will again. */
function withoutRemedy(code: ErrorCode, detail: unknown): string {
  const text = typeof detail === 'string' && detail !== '' ? detail : ERROR_CATALOGUE[code].title;
  const { remedy } = ERROR_CATALOGUE[code];
  return text.endsWith(remedy) ? text.slice(0, -remedy.length).trimEnd() : text;
}

/** An item's error as the error of a whole request. */
export function errorOfItem({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): WeirError {
  return new WeirError(isErrorCode(code) ? code : 'WEIR_REQUEST_INVALID', message);
}
