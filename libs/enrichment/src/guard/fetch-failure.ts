/**
 * Why something could not be had.
 * `refused`: the guard forbids it. `unresolved`: the name has no address. `unreachable`: no connection, or it broke.
 * `timeout`: not within the time. `tooManyRedirects`, `tooLarge`: beyond a limit. `untrusted`: the certificate does
 * not hold where it must. `malformed`: the answer cannot be read.
 */
export type FetchFailureCode =
  | 'refused'
  | 'unresolved'
  | 'unreachable'
  | 'timeout'
  | 'tooManyRedirects'
  | 'tooLarge'
  | 'untrusted'
  | 'malformed';

/** The message names no address: what a private name resolves to is not the caller's to learn. */
export class FetchFailure extends Error {
  constructor(
    readonly code: FetchFailureCode,
    message: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(message, options);
    this.name = 'FetchFailure';
  }
}

/** Any error as a failure; what is not one already came from the connection or the clock. */
export function asFetchFailure(error: unknown, signal?: AbortSignal): FetchFailure {
  if (signal?.aborted === true) return new FetchFailure('timeout', 'the time was up', { cause: error });
  if (error instanceof FetchFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.includes('TIMEOUT')) return new FetchFailure('timeout', 'no answer in time', { cause: error });
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new FetchFailure('tooLarge', 'the headers are too large', { cause: error });
  if (isUnreadable(error, code))
    return new FetchFailure('malformed', 'the answer cannot be read', { cause: error });
  return new FetchFailure('unreachable', 'the connection failed', { cause: error });
}

/** The HTTP parser leaves the code out where it has none; `Z_` is zlib's, `ERR_BROTLI` or `ERR__ERROR_` brotli's. */
function isUnreadable(error: unknown, code: string): boolean {
  const isParsers = error instanceof Error && error.name === 'HTTPParserError';
  return isParsers || code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || code.includes('BROTLI');
}
