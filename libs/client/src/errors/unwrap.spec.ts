import { expect, it } from 'vitest';
import { gatewayServer, json, problem } from '../testing/gateway-server.js';
import { createWeirClient } from '../weir-client.js';
import { unwrap, unwrapJson } from './unwrap.js';
import { WeirConnectionError } from './weir-connection-error.js';

const ONCE = { attempts: 1 };

it('gives the data of an answer, typed', async () => {
  const { url } = await gatewayServer((_, response) => json(response, { models: [], next: null }));
  const { models } = await unwrap(createWeirClient({ gateway: url }).GET('/v1/models'));
  expect(models).toEqual([]);
});

it('throws a problem with its code, status, detail and field errors', async () => {
  const errors = [{ path: 'url', code: 'isUrl', message: 'url must be a URL' }];
  const { url } = await gatewayServer((_, response) => {
    response.writeHead(400, { 'content-type': 'application/problem+json', 'x-request-id': 'r-1' });
    response.end(JSON.stringify({ status: 400, code: 'WEIR_BODY_INVALID', detail: 'Mend it.', errors }));
  });
  const asked = unwrap(createWeirClient({ gateway: url }).POST('/v1/verdicts', { body: { url: '' } }));
  await expect(asked).rejects.toMatchObject({
    name: 'WeirApiError',
    code: 'WEIR_BODY_INVALID',
    status: 400,
    detail: 'Mend it.',
    errors,
    requestId: 'r-1',
  });
});

it('names the status where something else than the gateway answers', async () => {
  const { url } = await gatewayServer((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
  const asked = unwrapJson(createWeirClient({ gateway: url }).fetch('/v1/models'));
  await expect(asked).rejects.toMatchObject({
    code: 'HTTP_502',
    message: 'the gateway answered 502 Bad Gateway',
  });
});

it('tells how long to wait where the gateway says so', async () => {
  const { url } = await gatewayServer((_, response) =>
    problem(response, 429, 'WEIR_RATE_LIMITED', { 'retry-after': '7' }),
  );
  const client = createWeirClient({ gateway: url, retry: ONCE });
  await expect(unwrap(client.GET('/v1/models'))).rejects.toMatchObject({ retryAfter: 7 });
});

it('tells a gateway that is not there by another error, with its address', async () => {
  const client = createWeirClient({ gateway: 'http://127.0.0.1:2', retry: ONCE });
  const asked = unwrap(client.GET('/v1/models'));
  await expect(asked).rejects.toThrow(WeirConnectionError);
  await expect(asked).rejects.toMatchObject({
    code: 'WEIR_GATEWAY_UNAVAILABLE',
    message: expect.stringContaining('127.0.0.1:2'),
  });
});
