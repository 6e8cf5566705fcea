import { traceparentFor } from '@weir/platform';
import type { FastifyRequest } from 'fastify';

/** Where what a request leads to belongs in a trace: W3C Trace Context. */
export interface TraceContext {
  readonly traceparent: string;
}

/** The request's own trace under a new span; a new trace where it carries none, or a malformed one. */
export function traceContextOf(request: FastifyRequest): TraceContext {
  const { traceparent } = request.headers;
  return { traceparent: traceparentFor({ headers: typeof traceparent === 'string' ? { traceparent } : {} }) };
}
