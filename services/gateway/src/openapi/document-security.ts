import type { OpenAPIObject } from '@nestjs/swagger';
import { SCOPES, type Scope } from '@weir/contracts';
import { SCOPE_EXTENSION } from '../security/access.js';
import { SESSION_COOKIE } from '../security/session/session-cookie.js';
import { operationsOf } from './operations.js';
import { problemResponse } from './problem-responses.js';

const SCHEMES = ['bearer', 'apiKey', 'session'] as const;

type SecuritySchemes = NonNullable<NonNullable<OpenAPIObject['components']>['securitySchemes']>;

/** The three ways to say who asks. */
export const SECURITY_SCHEMES: SecuritySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key: `weir_<id>_<secret>`' },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'Of `POST /v1/session`; changes need its `csrfToken` as `X-CSRF-Token` as well',
  },
};

/** Writes into each operation who may use it, and how those are answered who may not. */
export function describeAccess(paths: OpenAPIObject['paths']): void {
  for (const { operation } of operationsOf(paths)) {
    const scope = SCOPES.find((each) => each === operation[SCOPE_EXTENSION]);
    operation.security = scope === undefined ? [] : requirementsOf(scope);
    if (scope === undefined) continue;
    for (const status of [401, 403]) operation.responses[status] ??= problemResponse(status);
  }
}

/** Any of the schemes, as a role of OpenAPI 3.1. */
function requirementsOf(scope: Scope) {
  return SCHEMES.map((scheme) => ({ [scheme]: [scope] }));
}
