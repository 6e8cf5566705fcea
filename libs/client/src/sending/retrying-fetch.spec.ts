import { describe, expect, it } from 'vitest';
import { unwrap } from '../errors/unwrap.js';
import { gatewayServer, json, problem } from '../testing/gateway-server.js';
import { createWeirClient } from '../weir-client.js';

const QUICK = { attempts: 3, baseMs: 1, maxWaitMs: 2_000 };

describe('what is sent again', () => {
  it('is a read, a write that may be repeated, a question, and a post with an Idempotency-Key', async () => {
    const { url, seen } = await gatewayServer((_, response) => problem(response, 503, 'WEIR_UNAVAILABLE'));
    const client = createWeirClient({ gateway: url, retry: QUICK });
    const post = (path: string, headers = {}) =>
      client.fetch(path, { method: 'POST', body: '{"url":"x"}', headers });
    await client.fetch('/v1/models');
    await client.fetch('/v1/lists/deny/a.example', { method: 'PUT', body: '{}' });
    await post('/v1/verdicts');
    await post('/v1/events', { 'idempotency-key': 'k-1' });
    await post('/v1/events');
    const times: Record<string, number> = {};
    for (const { method, url: path } of seen)
      times[`${method} ${path}`] = (times[`${method} ${path}`] ?? 0) + 1;
    expect(times).toEqual({
      'GET /v1/models': 3,
      'PUT /v1/lists/deny/a.example': 3,
      'POST /v1/verdicts': 3,
      'POST /v1/events': 4,
    });
  });

  it('is not what the gateway refused for good, nor a stream', async () => {
    const { url, seen } = await gatewayServer((request, response) => {
      request.resume();
      request.on('end', () => problem(response, request.method === 'GET' ? 404 : 503, 'WEIR_NOT_FOUND'));
    });
    const client = createWeirClient({ gateway: url, retry: QUICK });
    await client.fetch('/v1/models/none');
    const body = new Blob(['a,b\n']).stream();
    const headers = { 'idempotency-key': 'k-2' };
    await client.fetch('/v1/snapshots?schema=url', { method: 'POST', body, duplex: 'half', headers });
    expect(seen).toHaveLength(2);
  });

  it('goes with the same body, and its answer is the one given', async () => {
    const bodies: string[] = [];
    const { url } = await gatewayServer((request, response, nth) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      request.on('end', () =>
        nth === 1
          ? problem(response, 429, 'WEIR_RATE_LIMITED', { 'retry-after': '0' })
          : json(response, { verdicts: [] }),
      );
    });
    const client = createWeirClient({ gateway: url, retry: QUICK });
    const body = { urls: ['http://a.example/'] };
    expect(await unwrap(client.POST('/v1/verdicts/batch', { body }))).toEqual({ verdicts: [] });
    expect(bodies).toEqual([JSON.stringify(body), JSON.stringify(body)]);
  });

  it('is what a broken connection cut off, but not a change under a condition', async () => {
    const { url, seen } = await gatewayServer((request, response, nth) =>
      request.method === 'PUT' || nth === 1
        ? request.socket.destroy()
        : json(response, { models: [], next: null }),
    );
    const client = createWeirClient({ gateway: url, retry: QUICK });
    expect((await client.fetch('/v1/models')).status).toBe(200);
    const headers = { 'if-match': '"3"' };
    const put = client.fetch('/v1/models/url/aliases/champion', { method: 'PUT', body: '{}', headers });
    await expect(put).rejects.toMatchObject({ code: 'WEIR_GATEWAY_UNAVAILABLE' });
    expect(seen).toHaveLength(3);
  });
});

describe('bounds', () => {
  it('gives the answer as it is where it asks for longer than the bound', async () => {
    const { url, seen } = await gatewayServer((_, response) =>
      problem(response, 503, 'WEIR_UNAVAILABLE', { 'retry-after': '3600' }),
    );
    const response = await createWeirClient({ gateway: url, retry: QUICK }).fetch('/v1/models');
    expect(response.status).toBe(503);
    expect(seen).toHaveLength(1);
  });

  it('stops waiting with the signal', async () => {
    const abort = new AbortController();
    const { url, seen } = await gatewayServer((_, response) => {
      problem(response, 503, 'WEIR_UNAVAILABLE', { 'retry-after': '1000' });
      setTimeout(() => abort.abort(new Error('changed my mind')), 20);
    });
    const client = createWeirClient({ gateway: url, retry: { maxWaitMs: 10_000_000 } });
    await expect(client.fetch('/v1/models', { signal: abort.signal })).rejects.toThrow('changed my mind');
    expect(seen).toHaveLength(1);
  });

  it('sends nothing twice where that is switched off', async () => {
    const { url, seen } = await gatewayServer((_, response) => problem(response, 503, 'WEIR_UNAVAILABLE'));
    await createWeirClient({ gateway: url, retry: false }).fetch('/v1/models');
    expect(seen).toHaveLength(1);
  });
});
