import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** What a server's certificate says of itself, and whether it holds: chain, dates and host name. */
export interface CertificateFacts {
  readonly isTrusted: boolean;
  /** Node's code of why not: `DEPTH_ZERO_SELF_SIGNED_CERT`, `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`. */
  readonly problem?: string;
}

/** `undefined` for a connection without TLS. */
export function certificateOf(socket: Socket): CertificateFacts | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  if (socket.authorized) return { isTrusted: true };
  const error: unknown = socket.authorizationError;
  return { isTrusted: false, problem: problemCode(error) };
}

/** Declared as an error; a string in fact, and either over the versions. */
function problemCode(error: unknown): string {
  if (typeof error === 'string') return error;
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
}
