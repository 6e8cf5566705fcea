import { ERROR_CATALOGUE, type ErrorCode } from './catalogue.js';

export interface WeirErrorOptions {
  readonly cause?: unknown;
  /** Facts for logs and problem documents. Never a secret, never a URL with credentials. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** An error with a stable code. Its message says what happened; the catalogue says what to do about it. */
export class WeirError extends Error {
  readonly context: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    detail: string,
    options: WeirErrorOptions = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'WeirError';
    this.context = options.context ?? {};
  }

  /** What to do about it. */
  get remedy(): string {
    return ERROR_CATALOGUE[this.code].remedy;
  }

  /** Whether trying again later can help, without anyone changing anything. */
  get transient(): boolean {
    return ERROR_CATALOGUE[this.code].transient;
  }
}

export function isWeirError(error: unknown, code?: ErrorCode): error is WeirError {
  return error instanceof WeirError && (code === undefined || error.code === code);
}
