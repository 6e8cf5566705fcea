import type { FastifyRequest } from 'fastify';
import { sessionIdOf } from './session/session-cookie.js';

/** What a request shows to say who asks. */
export type Credential =
  | { readonly kind: 'none' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'malformed'; readonly reason: string };

const BEARER = /^bearer +([^\s,]+)$/i;
const NONE: Credential = { kind: 'none' };

/** A key in a header goes before the session's cookie, which browsers send by themselves. */
export function credentialOf({ headers }: Pick<FastifyRequest, 'headers'>): Credential {
  const { authorization } = headers;
  const apiKey = headers['x-api-key'];
  if (authorization === undefined && apiKey === undefined) {
    const id = sessionIdOf(headers.cookie);
    return id === null ? NONE : { kind: 'session', id };
  }
  if (authorization !== undefined && apiKey !== undefined) {
    return { kind: 'malformed', reason: 'Authorization and X-API-Key came together' };
  }
  if (authorization !== undefined) {
    const key = BEARER.exec(authorization)?.[1];
    if (key !== undefined) return { kind: 'key', key };
    return { kind: 'malformed', reason: 'Authorization is not "Bearer <key>"' };
  }
  if (typeof apiKey === 'string') return { kind: 'key', key: apiKey };
  return { kind: 'malformed', reason: 'X-API-Key came more than once' };
}
