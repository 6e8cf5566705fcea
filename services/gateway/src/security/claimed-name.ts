import type { FastifyRequest } from 'fastify';
import { invalidRequest, issue } from '../http/request-validation.js';
import { principalOf } from './principal.js';

/**
 * Who stands as `by`: the key's name. A body may name somebody only while there are no keys, since nobody is known then;
 * later any other name than the key's own is refused with `WEIR_REQUEST_INVALID`, whatever the key's scopes.
 */
export function nameOf(request: FastifyRequest, claimed?: string): string {
  const { kind, name } = principalOf(request);
  if (claimed === undefined || claimed === name) return name;
  if (kind === 'open') return claimed;
  throw invalidRequest([issue('by', 'equals', `leave by out: it is "${name}", the name of the key`)]);
}
