import { SCOPES, type Scope } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { rawRequest } from '../testing/raw-request.js';

/** Guessing is slowed down elsewhere; here it is all that is done. */
const UNLIMITED = { WEIR_RATE_LIMIT: '0', WEIR_RATE_LIMIT_ADDRESS: '0' };
const PUBLIC = [
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /v1/session',
  'POST /v1/session',
  'DELETE /v1/session',
];

interface Route {
  readonly method: string;
  readonly path: string;
  readonly scope: Scope | undefined;
  readonly security: readonly Record<string, readonly string[]>[];
}

let gateway: GatewayUnderTest;
let routes: readonly Route[];
const keys = new Map<Scope, string>();

beforeAll(async () => {
  gateway = await startGateway(UNLIMITED);
  const { json } = await gateway.call('GET', '/openapi.json');
  routes = routesOf(json.paths);
  // The first key closes the gateway: it makes the others.
  for (const scope of ['admin', ...SCOPES.filter((each) => each !== 'admin')] as const) {
    const headers = bearer(keys.get('admin'));
    const made = await gateway.call('POST', '/v1/keys', { name: `only ${scope}`, scopes: [scope] }, headers);
    keys.set(scope, made.json.key);
  }
});
afterAll(() => gateway.close());

function routesOf(paths: Record<string, Record<string, Record<string, unknown>>>): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      scope: operation['x-weir-scope'] as Scope | undefined,
      security: operation.security as Route['security'],
    })),
  );
}

function bearer(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

const EXAMPLES: Readonly<Record<string, string>> = { list: 'deny', entry: 'a.example', schema: 'uci-30' };

function send({ method, path }: Route, headers: Record<string, string>) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? 'none');
  return rawRequest(method, `${gateway.url}${filled}`, headers);
}

describe('every route of the OpenAPI document', () => {
  it('is public by name, or says its scope', () => {
    const open = routes.filter(({ scope }) => scope === undefined);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(PUBLIC.toSorted());
    expect(open.every(({ security }) => security.length === 0)).toBe(true);
    expect(routes.length).toBeGreaterThan(30);
    for (const { scope, security } of routes.filter((each) => each.scope !== undefined)) {
      expect(security).toEqual([{ bearer: [scope] }, { apiKey: [scope] }, { session: [scope] }]);
    }
  });

  it('answers 401 to whoever shows no key, a wrong one, or a malformed one', async () => {
    const admin = keys.get('admin') ?? '';
    const wrong = `${admin.slice(0, -1)}${admin.endsWith('A') ? 'B' : 'A'}`;
    for (const route of routes.filter(({ scope }) => scope !== undefined)) {
      const bare = await send(route, {});
      expect([route.path, bare.status, bare.headers['www-authenticate']]).toEqual([
        route.path,
        401,
        'Bearer realm="weir"',
      ]);
      if (route.method !== 'HEAD') expect(JSON.parse(bare.text).code).toBe('WEIR_KEY_REQUIRED');
      for (const headers of [bearer(wrong), { 'x-api-key': 'weir' }] as Record<string, string>[]) {
        const refused = await send(route, headers);
        expect([route.path, refused.status, JSON.parse(refused.text).code]).toEqual([
          route.path,
          401,
          'WEIR_KEY_REFUSED',
        ]);
      }
    }
  });

  it.each(SCOPES)('lets a key with %s in where that is its scope, and nowhere else', async (held) => {
    const headers = bearer(keys.get(held));
    for (const route of routes) {
      const { status, text } = await send(route, headers);
      const mayUse = route.scope === undefined || held === 'admin' || held === route.scope;
      if (mayUse) expect([route.path, status === 401 || status === 403]).toEqual([route.path, false]);
      else
        expect([route.path, status, JSON.parse(text)]).toEqual([
          route.path,
          403,
          expect.objectContaining({ code: 'WEIR_SCOPE_MISSING', scope: route.scope }),
        ]);
    }
  });

  it('asks for the key before it reads a body, and keeps answers out of caches', async () => {
    const answer = await rawRequest(
      'POST',
      `${gateway.url}/v1/verdicts`,
      { 'content-type': 'text/nonsense' },
      'x',
    );
    expect([answer.status, answer.headers['cache-control']]).toEqual([401, 'no-store']);
    const seen = await send(
      { method: 'GET', path: '/v1/runs', scope: 'read', security: [] },
      bearer(keys.get('read')),
    );
    expect([seen.status, seen.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it('is served to HEAD as to GET', async () => {
    const route = { method: 'HEAD', path: '/v1/runs', scope: 'read', security: [] } as const;
    expect((await send(route, {})).status).toBe(401);
    expect((await send(route, bearer(keys.get('predict')))).status).toBe(403);
    expect((await send(route, bearer(keys.get('read')))).status).toBe(200);
  });
});

describe('what is not described', () => {
  it.each(['/', '/docs', '/openapi.json', '/asyncapi.json', '/metrics', '/health/live'])(
    'serves %s to everybody',
    async (path) => {
      expect((await gateway.call('GET', path)).status).toBe(200);
    },
  );

  it('says no more of routes that are not there than it did', async () => {
    expect((await gateway.call('GET', '/v1/nothing')).status).toBe(404);
    expect((await gateway.call('DELETE', '/v1/verdicts')).status).toBe(405);
  });

  it('asks for a key where a URL is pasted behind a list', async () => {
    expect((await gateway.call('GET', '/v1/lists/deny/http%3A/a.example')).status).toBe(401);
  });
});
