import { HttpException } from '@nestjs/common';
import { ERROR_CATALOGUE, type ErrorCode, WeirError } from '../errors/index.js';

/** An RFC 9457 problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly [extension: string]: unknown;
}

/** The stable `type` of a code's problems; it names the code's entry in docs/errors.md. */
export function problemType(code: string): string {
  return `urn:weir:error:${code
    .toLowerCase()
    .replace(/^weir_/, '')
    .replaceAll('_', '-')}`;
}

function ofCode(
  code: ErrorCode,
  detail: string,
  extensions: Readonly<Record<string, unknown>> = {},
): Problem {
  const { title, remedy, status } = ERROR_CATALOGUE[code];
  const sentence = detail.endsWith('.') ? detail : `${detail}.`;
  return { ...extensions, type: problemType(code), title, status, detail: `${sentence} ${remedy}`, code };
}

const CODES_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'WEIR_REQUEST_INVALID',
  404: 'WEIR_NOT_FOUND',
  405: 'WEIR_METHOD_NOT_ALLOWED',
  406: 'WEIR_NOT_ACCEPTABLE',
  413: 'WEIR_REQUEST_TOO_LARGE',
  415: 'WEIR_MEDIA_TYPE_UNSUPPORTED',
};

/**
 * Any failure as a problem document. What was not foreseen says nothing of its insides:
 * the log has it, under the request's id.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof WeirError) return ofCode(error.code, error.message, error.context);
  const status = statusOf(error);
  if (status !== undefined && status < 500) {
    const code = CODES_BY_STATUS[status];
    const message = (error as Error).message;
    if (code !== undefined) return ofCode(code, message);
    return { type: 'about:blank', title: message, status, detail: message, code: 'WEIR_REQUEST_INVALID' };
  }
  return ofCode('WEIR_INTERNAL', 'The request could not be answered');
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors: a body too large, malformed JSON, an unknown media type. An HTTP client's error may carry
  // the status of another server: that is not the caller's to hear.
  if (
    error instanceof Error &&
    'statusCode' in error &&
    isFastifys(error) &&
    typeof error.statusCode === 'number'
  )
    return error.statusCode;
  return undefined;
}

function isFastifys(error: Error & { readonly code?: unknown }): boolean {
  return typeof error.code === 'string' && error.code.startsWith('FST_');
}
