import { ERROR_CATALOGUE, type ErrorCode, problemType } from '@weir/platform';

/** A code that each status stands for in the examples. */
const TYPICAL: Readonly<Record<number, ErrorCode>> = {
  400: 'WEIR_REQUEST_INVALID',
  401: 'WEIR_KEY_REQUIRED',
  403: 'WEIR_SCOPE_MISSING',
  404: 'WEIR_NOT_FOUND',
  406: 'WEIR_NOT_ACCEPTABLE',
  409: 'WEIR_ALIAS_INVALID',
  412: 'WEIR_PRECONDITION_FAILED',
  413: 'WEIR_REQUEST_TOO_LARGE',
  415: 'WEIR_MEDIA_TYPE_UNSUPPORTED',
  422: 'WEIR_DATA_VALUE',
  429: 'WEIR_RATE_LIMITED',
  503: 'WEIR_INFERENCE_UNAVAILABLE',
};

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' as const, minimum: 0 } },
};

/** Statuses that say when to come again. */
const TRANSIENT: readonly number[] = [429, 503];

interface ProblemExample {
  readonly description: string;
  readonly example: object;
}

/** What a status means and looks like, taken from the error catalogue. */
function problemExample(status: number, code: ErrorCode): ProblemExample {
  const { title, remedy } = ERROR_CATALOGUE[code];
  return { description: title, example: { type: problemType(code), title, status, detail: remedy, code } };
}

/** A response that is a problem document; of the code that is typical of the status where none is named. */
export function problemResponse(status: number, code: ErrorCode = TYPICAL[status] ?? 'WEIR_INTERNAL') {
  const { description, example } = problemExample(status, code);
  const schema = { $ref: '#/components/schemas/ProblemResponse' };
  return {
    description,
    content: { 'application/problem+json': { schema, example } },
    ...(TRANSIENT.includes(status) ? { headers: RETRY_AFTER } : {}),
  };
}
