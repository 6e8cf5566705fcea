import type { OpenAPIObject } from '@nestjs/swagger';
import { SCOPES, type Scope } from '@weir/contracts';
import { SCOPE_EXTENSION } from '../security/access.js';
import { SESSION_COOKIE } from '../security/session/session-cookie.js';
import { problemExample } from './problem-responses.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;
const SCHEMES = ['bearer', 'apiKey', 'session'] as const;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
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
  for (const path of Object.values(paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation !== undefined) describe(operation);
    }
  }
}

function describe(operation: Operation & { [SCOPE_EXTENSION]?: unknown }): void {
  const scope = SCOPES.find((each) => each === operation[SCOPE_EXTENSION]);
  operation.security = scope === undefined ? [] : requirementsOf(scope);
  if (scope === undefined) return;
  for (const status of [401, 403]) operation.responses[status] ??= problemOf(status);
}

/** Any of the schemes, as a role of OpenAPI 3.1. */
function requirementsOf(scope: Scope) {
  return SCHEMES.map((scheme) => ({ [scheme]: [scope] }));
}

function problemOf(status: number) {
  const { description, example } = problemExample(status);
  const schema = { $ref: '#/components/schemas/ProblemResponse' };
  return { description, content: { 'application/problem+json': { schema, example } } };
}
