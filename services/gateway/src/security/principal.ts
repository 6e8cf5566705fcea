import { SCOPES, type Scope } from '@weir/contracts';
import type { FastifyRequest } from 'fastify';

/** Who asks. */
export interface Principal {
  /** `open`: no key is configured, everybody may do everything. `anonymous`: a key is needed, and none was shown. */
  readonly kind: 'open' | 'anonymous' | 'key' | 'session';
  /** What stands as `by` in registry, lists, corrections and the audit log. */
  readonly name: string;
  readonly keyId?: string;
  readonly scopes: readonly Scope[];
  /** The key's own bound; undefined: that of the configuration. */
  readonly requestsPerSecond?: number;
}

/** Without keys there is nobody to name. */
export const OPEN: Principal = { kind: 'open', name: 'gateway', scopes: SCOPES };

const PRINCIPAL = Symbol('principal');

interface Marked {
  [PRINCIPAL]?: Principal;
}

export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  (request as FastifyRequest & Marked)[PRINCIPAL] = principal;
}

/** Who asks, as the access guard found it. */
export function principalOf(request: FastifyRequest): Principal {
  return (request as FastifyRequest & Marked)[PRINCIPAL] ?? OPEN;
}
