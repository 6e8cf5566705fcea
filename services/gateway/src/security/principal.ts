import { SCOPES, type Scope } from '@weir/contracts';
import type { WeirError } from '@weir/platform';
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

export const ANONYMOUS: Principal = { kind: 'anonymous', name: 'anonymous', scopes: [] };

const PRINCIPAL = Symbol('principal');
const REFUSAL = Symbol('refusal');

interface Marked {
  [PRINCIPAL]?: Principal;
  [REFUSAL]?: WeirError;
}

export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  (request as FastifyRequest & Marked)[PRINCIPAL] = principal;
}

/** Who asks, as it was found before any route; `ANONYMOUS` too where what was shown is refused. */
export function principalOf(request: FastifyRequest): Principal {
  return (request as FastifyRequest & Marked)[PRINCIPAL] ?? ANONYMOUS;
}

export function setRefusal(request: FastifyRequest, refusal: WeirError): void {
  (request as FastifyRequest & Marked)[REFUSAL] = refusal;
}

/** Why what a request shows is refused; undefined where it shows nothing, or something valid. */
export function refusalOf(request: FastifyRequest): WeirError | undefined {
  return (request as FastifyRequest & Marked)[REFUSAL];
}

export function mayUse({ scopes }: Principal, scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin');
}
