import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRaw } from '../limits/testing/raw-connection.js';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { negotiate } from './negotiation.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

describe('routes', () => {
  it('answers an unknown route with a 404 problem', async () => {
    const answer = await gateway.call('GET', '/v1/nothing');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({ code: 'WEIR_NOT_FOUND', instance: '/v1/nothing' });
  });

  it('answers an unknown route before its body is there', async () => {
    const connection = await openRaw(gateway.url);
    const head = 'POST /v1/nothing HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n';
    connection.send(`${head}connection: close\r\ncontent-length: 1000\r\n\r\n{`);
    const answered = new Promise((resolve) =>
      connection.socket.once('data', (data) => resolve(String(data))),
    );
    expect(await answered).toMatch(/^HTTP\/1\.1 404 /);
    connection.socket.destroy();
  });

  it.each(['/v1/predictions/uci-30', '/v1/snapshots?schema=uci-30'])(
    'answers a form that cannot be read with 400: %s',
    async (path) => {
      const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
      for (const [type, form] of [
        ['multipart/form-data', 'x'],
        ['multipart/form-data; boundary=x', `${start}a,b\n`],
      ] as const) {
        const answer = await gateway.call('POST', path, form, { 'content-type': type });
        expect([answer.status, answer.json.code]).toEqual([400, 'WEIR_REQUEST_INVALID']);
      }
    },
  );

  it.each([
    ['DELETE', '/v1/events', 'POST'],
    ['GET', '/v1/predictions/uci-30', 'POST'],
    ['POST', '/v1/models/uci-30/aliases/champion', 'GET, HEAD, PUT'],
    ['POST', '/openapi.json', 'GET, HEAD'],
    ['DELETE', '/v1/models/uci-30/rollback', 'POST'],
  ])('answers %s %s with 405 and Allow', async (method, path, allow) => {
    const answer = await gateway.call(method, path);
    expect([answer.status, answer.json.code]).toEqual([405, 'WEIR_METHOD_NOT_ALLOWED']);
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it('gives every answer an id of its own and keeps browsers in check', async () => {
    const first = await gateway.call('GET', '/v1/models');
    const second = await gateway.call('GET', '/v1/none');
    const ids = [first, second].map(({ headers }) => headers.get('x-request-id'));
    expect(ids.every((id) => /^[0-9a-f-]{36}$/.test(id ?? ''))).toBe(true);
    expect(ids[0]).not.toBe(ids[1]);
    expect(first.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('counts seconds by route and status, with no URL among the labels', async () => {
    await gateway.call('GET', '/v1/runs/some-run');
    const { text } = await gateway.call('GET', '/metrics');
    expect(text).toContain('weir_http_seconds_count{method="GET",route="/v1/runs/:id",status="404"} 1');
    expect(text).not.toContain('some-run');
  });

  it('is ready when everything it stands on answers', async () => {
    await gateway.consuming;
    const answer = await gateway.call('GET', '/health/ready');
    expect(answer.status).toBe(200);
    expect(answer.json.dependencies.map((each: { name: string }) => each.name)).toContain('inference');
  });
});

describe('readiness', () => {
  it.each([
    ['local', 200],
    ['refuse', 503],
  ])('with the cache away and the fallback %s is %i, and tells of the cache', async (fallback, status) => {
    const started = await startGateway({ WEIR_RATE_LIMIT_FALLBACK: fallback });
    await started.consuming;
    vi.spyOn(started.backends.cache, 'check').mockRejectedValue(new Error('away'));
    const answer = await started.call('GET', '/health/ready');
    expect(answer.status).toBe(status);
    expect(answer.json.dependencies).toContainEqual(expect.objectContaining({ name: 'cache', ok: false }));
    await started.close();
  });
});

describe('negotiate', () => {
  const offered = ['application/json', 'text/csv', 'text/html'] as const;

  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['text/csv;q=0.1, application/json;q=0', 'text/csv'],
    ['*/*, application/json;q=0.2', 'text/csv'],
  ])('%s: %s', (accept, expected) => {
    expect(negotiate(accept, offered)).toBe(expected);
  });

  it('refuses what is not offered', () => {
    expect(() => negotiate('image/png', offered)).toThrow(/text\/csv/);
    expect(() => negotiate('application/json;q=0', ['application/json'])).toThrow();
  });
});
