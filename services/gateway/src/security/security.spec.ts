import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { checkExposure } from './exposure.js';
import { hostNameOf, isLoopback } from './loopback.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

/** `fetch` sets Host and Origin itself. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${gateway.url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: String(Buffer.concat(chunks)) }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('a page of another site', () => {
  it('gets nothing under a name of its own', async () => {
    const answer = await send('GET', '/v1/models', { host: 'rebound.example:8080' });
    expect(answer.status).toBe(421);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'WEIR_HOST_REFUSED' });
    expect((await send('GET', '/v1/models', { host: 'localhost:1' })).status).toBe(200);
    expect((await send('GET', '/v1/models', { host: '[::1]:1' })).status).toBe(200);
  });

  it('changes nothing', async () => {
    const host = new URL(gateway.url).host;
    const change = (headers: Record<string, string>) =>
      send('POST', '/v1/models/uci-30/rollback', { host, ...headers });
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      const answer = await change(headers);
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'WEIR_ORIGIN_REFUSED' });
    }
    // The gateway's own page, and programs, get as far as the registry.
    expect((await change({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(409);
    expect((await change({})).status).toBe(409);
  });
});

describe('checkExposure', () => {
  const logger = { info: vi.fn(), warn: vi.fn() };
  const none = { isKnown: true, hasKeys: false, inForce: 0 };
  const anywhere = { host: '0.0.0.0', allowUnauthenticated: false };

  it('starts on the loopback and says that it is open to this machine', () => {
    checkExposure({ host: '127.0.0.1', allowUnauthenticated: false }, none, logger);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('this machine only'));
  });

  it('refuses any other address without a key', async () => {
    await expect(startGateway({ WEIR_HOST: '0.0.0.0' })).rejects.toThrow(/WEIR_HOST is 0\.0\.0\.0/);
    await expect(startGateway({ WEIR_HOST: '0.0.0.0' })).rejects.toMatchObject({
      code: 'WEIR_CONFIG_INVALID',
    });
  });

  it('gives way to an operator who knows the network, with a warning', () => {
    checkExposure({ host: '0.0.0.0', allowUnauthenticated: true }, none, logger);
    expect(logger.warn).toHaveBeenLastCalledWith({ host: '0.0.0.0' }, expect.stringContaining('whoever'));
  });

  it('serves any address once there are keys, and says how many', () => {
    checkExposure(anywhere, { isKnown: true, hasKeys: true, inForce: 2 }, logger);
    expect(logger.info).toHaveBeenLastCalledWith({ keys: 2 }, expect.stringContaining('needs one'));
  });

  it('says so where none of them is in force, or where nobody knows yet', () => {
    checkExposure(anywhere, { isKnown: true, hasKeys: true, inForce: 0 }, logger);
    expect(logger.warn).toHaveBeenLastCalledWith(expect.stringContaining('weir keys create'));
    checkExposure(anywhere, { isKnown: false, hasKeys: false, inForce: 0 }, logger);
    expect(logger.warn).toHaveBeenLastCalledWith(expect.stringContaining('cannot be read yet'));
  });
});

describe('host names', () => {
  it.each([
    ['localhost', true],
    ['LOCALHOST', true],
    ['127.9.9.9', true],
    ['[::1]', true],
    ['127.0.0.1.evil.example', false],
    ['localhost.evil.example', false],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
  ])('%s is loopback: %s', (name, expected) => {
    expect(isLoopback(name)).toBe(expected);
  });

  it('are read from the header without the port, and only if it is well-formed', () => {
    expect(hostNameOf('localhost:8080')).toBe('localhost');
    expect(hostNameOf('[::1]:8080')).toBe('[::1]');
    expect(hostNameOf(undefined)).toBeNull();
    expect(hostNameOf('localhost@evil.example')).toBeNull();
    expect(hostNameOf('a b')).toBeNull();
  });
});
