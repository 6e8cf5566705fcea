import { asProblem, type FieldProblem } from './problem.js';

/** The gateway answered with a problem (RFC 9457). Its codes are in docs/errors.md and stay as they are. */
export class WeirApiError extends Error {
  override readonly name = 'WeirApiError';
  /** `WEIR_URL_INVALID`; `HTTP_502` where something before the gateway answered. */
  readonly code: string;
  readonly status: number;
  /** What to do, as the gateway says it. */
  readonly detail: string;
  /** Field by field, where the request's body was wrong. */
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | undefined;
  /** Seconds after which to ask again, where the gateway says so. */
  readonly retryAfter: number | undefined;

  constructor(response: Response, body: unknown) {
    const problem = asProblem(body);
    const detail =
      problem.detail ?? problem.title ?? `the gateway answered ${response.status} ${response.statusText}`;
    super(detail.trim());
    this.detail = this.message;
    this.code = problem.code ?? `HTTP_${response.status}`;
    this.status = response.status;
    this.errors = problem.errors ?? [];
    this.requestId = response.headers.get('x-request-id') ?? undefined;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  }
}
