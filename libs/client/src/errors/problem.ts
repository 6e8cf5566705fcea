/** What is wrong with one field of a request. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** RFC 9457's problem details, as the gateway answers them. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
}

/** A body that may be a problem: a proxy in between answers with pages of its own. */
export function asProblem(body: unknown): Problem {
  if (typeof body === 'object' && body !== null) return body;
  return {};
}
