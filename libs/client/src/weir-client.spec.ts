import { expect, it } from 'vitest';
import { gatewayServer, json } from './testing/gateway-server.js';
import { createWeirClient } from './weir-client.js';

it('sends its key with every request, under a base with or without a slash', async () => {
  const { url, seen } = await gatewayServer((_, response) => json(response, { models: [], next: null }));
  const client = createWeirClient({ gateway: `${url}/`, key: 'weir_a_b' });
  await client.GET('/v1/models');
  await client.fetch('/v1/models');
  expect(seen.map(({ url: path }) => path)).toEqual(['/v1/models', '/v1/models']);
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer weir_a_b', 'Bearer weir_a_b']);
});

it('sends a page’s token with what changes something, as it is at that moment', async () => {
  const { url, seen } = await gatewayServer((_, response) => json(response, {}));
  let token: string | undefined;
  const client = createWeirClient({ gateway: url, csrfToken: () => token });
  await client.POST('/v1/events', { body: { url: 'http://a.example/' } });
  token = 't-1';
  await client.POST('/v1/events', { body: { url: 'http://a.example/' } });
  await client.GET('/v1/models');
  expect(seen.map(({ headers }) => headers['x-csrf-token'])).toEqual([undefined, 't-1', undefined]);
});

it('shows each request to whoever wants to see it', async () => {
  const { url, seen } = await gatewayServer((_, response) => json(response, {}));
  const client = createWeirClient({
    gateway: url,
    onRequest: (request) => request.headers.set('x-request-id', 'mine'),
  });
  await client.GET('/v1/models');
  expect(seen[0]?.headers['x-request-id']).toBe('mine');
});
