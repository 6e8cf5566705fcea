import { validate } from '@weir/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { ProblemResponse } from './responses.js';
import { RunListResponse } from './run-responses.js';

let gateway: GatewayUnderTest;
let document: {
  openapi: string;
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: object }>; requestBody?: object }>
  >;
  components: { schemas: Record<string, object> };
};
beforeAll(async () => {
  gateway = await startGateway();
  document = (await gateway.call('GET', '/openapi.json')).json;
});
afterAll(() => gateway.close());

const ROUTES = [
  ['post', '/v1/verdicts'],
  ['post', '/v1/verdicts/batch'],
  ['get', '/v1/verdicts'],
  ['get', '/v1/verdicts/stream'],
  ['get', '/v1/verdicts/{id}'],
  ['post', '/v1/events'],
  ['post', '/v1/feedback'],
  ['get', '/v1/lists/{list}'],
  ['get', '/v1/lists/{list}/{entry}'],
  ['put', '/v1/lists/{list}/{entry}'],
  ['delete', '/v1/lists/{list}/{entry}'],
  ['post', '/v1/predictions/{schema}'],
  ['post', '/v1/snapshots'],
  ['get', '/v1/snapshots'],
  ['get', '/v1/snapshots/{id}'],
  ['get', '/v1/reports'],
  ['get', '/v1/reports/{id}'],
  ['post', '/v1/runs'],
  ['get', '/v1/runs'],
  ['get', '/v1/runs/{id}'],
  ['get', '/v1/runs/{id}/events'],
  ['get', '/v1/models'],
  ['get', '/v1/models/{name}'],
  ['get', '/v1/models/{name}/{version}'],
  ['get', '/v1/models/{name}/compare'],
  ['get', '/v1/drift'],
  ['get', '/v1/drift/{id}'],
  ['get', '/v1/schemas'],
  ['get', '/v1/schemas/{name}'],
  ['get', '/v1/models/{name}/{version}/card'],
  ['get', '/v1/models/{name}/{version}/download'],
  ['put', '/v1/models/{name}/aliases/{alias}'],
  ['post', '/v1/models/{name}/rollback'],
  ['post', '/train'],
  ['post', '/predict'],
  ['get', '/health/ready'],
] as const;

describe('GET /openapi.json', () => {
  it.each(ROUTES)('describes %s %s', (method, path) => {
    const operation = document.paths[path]?.[method];
    expect(Object.keys(operation?.responses ?? {}).some((status) => status.startsWith('2'))).toBe(true);
    if (!path.startsWith('/health')) {
      const problems = Object.entries(operation?.responses ?? {}).filter(([status]) => Number(status) >= 400);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.every(([, each]) => 'application/problem+json' in (each.content ?? {}))).toBe(true);
    }
    if (method !== 'get' && method !== 'delete' && !path.endsWith('rollback'))
      expect(operation?.requestBody).toBeDefined();
  });

  it('is version 3.1 and has no dangling reference', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(30);
    expect(
      references.map((each) => each[1]).filter((name) => !(String(name) in document.components.schemas)),
    ).toEqual([]);
  });

  it("has schemas that say what the server's own rules say", async () => {
    const ajv = new Ajv2020({ strict: false });
    const check = ajv.compile({ ...document, $ref: '#/components/schemas/VerdictRequest' });
    expect(check({ url: 'http://a.example/' })).toBe(true);
    expect(check({ url: '' })).toBe(false);
    expect(check({})).toBe(false);
  });

  it('describes answers as they are', async () => {
    const problem = await gateway.call('GET', '/v1/runs/none');
    expect(validate(ProblemResponse, problem.json)).toMatchObject({ ok: true });
    await gateway.call('POST', '/v1/runs', { schema: 'uci-30', source: { kind: 'file', path: 'x.csv' } });
    const runs = await gateway.call('GET', '/v1/runs');
    expect(validate(RunListResponse, runs.json)).toMatchObject({ ok: true });
  });
});

describe('GET /asyncapi.json', () => {
  it('describes the topics', async () => {
    const { json } = await gateway.call('GET', '/asyncapi.json');
    expect(json).toMatchObject({
      asyncapi: '3.0.0',
      channels: { urlsSubmitted: { address: 'urls.submitted' } },
    });
  });
});

describe('pages', () => {
  it.each([
    ['/assets/style.css', 'text/css', "default-src 'none'"],
    ['/assets/favicon.svg', 'image/svg+xml', "default-src 'none'"],
    ['/docs', 'text/html', "connect-src 'self'"],
    ['/docs/docs.js', 'text/javascript', "default-src 'none'"],
    ['/docs/swagger-ui-bundle.js', 'text/javascript', "default-src 'none'"],
    ['/docs/swagger-ui.css', 'text/css', "default-src 'none'"],
  ])('serves %s as %s', async (path, type, policy) => {
    const answer = await gateway.call('GET', path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.headers.get('content-security-policy')).toContain(policy);
  });

  it('serves nothing else of those folders', async () => {
    for (const path of [
      '/assets/docs.html',
      '/docs/package.json',
      '/assets/..%2fpackage.json',
      '/docs/%2e%2e/x',
    ]) {
      expect((await gateway.call('GET', path)).status).toBe(404);
    }
  });

  it('asks no other site for anything, and has no inline script', async () => {
    const { text } = await gateway.call('GET', '/docs');
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(text).not.toMatch(/<script(?![^>]*src=)|<style|style=|onload=|onclick=/);
  });
});
