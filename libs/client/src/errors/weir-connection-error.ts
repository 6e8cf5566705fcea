/** No answer came: nobody listens there, the name is unknown, or the connection broke. */
export class WeirConnectionError extends Error {
  override readonly name = 'WeirConnectionError';
  readonly code = 'WEIR_GATEWAY_UNAVAILABLE';
  /** The address asked. */
  readonly url: string;
  /** `ECONNREFUSED`, `ENOTFOUND` …; browsers say in words that it failed. */
  readonly reason: string | undefined;

  constructor(url: string, cause: unknown) {
    const reason = reasonOf(cause);
    super(`no answer from ${new URL(url).origin}${reason === undefined ? '' : ` (${reason})`}`, { cause });
    this.url = url;
    this.reason = reason;
  }
}

function reasonOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  // The innermost says what it was: "fetch failed" helps nobody.
  return reasonOf(cause.cause) ?? cause.message;
}
