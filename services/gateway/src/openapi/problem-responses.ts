import { ERROR_CATALOGUE, type ErrorCode, problemType } from '@weir/platform';

/** A code that each status stands for in the examples. */
const TYPICAL: Readonly<Record<number, ErrorCode>> = {
  400: 'WEIR_REQUEST_INVALID',
  401: 'WEIR_KEY_REQUIRED',
  403: 'WEIR_SCOPE_MISSING',
  404: 'WEIR_NOT_FOUND',
  406: 'WEIR_NOT_ACCEPTABLE',
  409: 'WEIR_ALIAS_INVALID',
  413: 'WEIR_REQUEST_TOO_LARGE',
  415: 'WEIR_MEDIA_TYPE_UNSUPPORTED',
  422: 'WEIR_DATA_VALUE',
  429: 'WEIR_RATE_LIMITED',
  503: 'WEIR_INFERENCE_UNAVAILABLE',
};

export interface ProblemExample {
  readonly description: string;
  readonly example: object;
}

/** What a status means and looks like, taken from the error catalogue. */
export function problemExample(status: number): ProblemExample {
  const code = TYPICAL[status] ?? 'WEIR_INTERNAL';
  const { title, remedy } = ERROR_CATALOGUE[code];
  return { description: title, example: { type: problemType(code), title, status, detail: remedy, code } };
}
