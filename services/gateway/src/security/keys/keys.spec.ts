import { KeyCatalog } from '@weir/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../../testing/gateway-under-test.js';

const UNLIMITED = { WEIR_RATE_LIMIT: '0', WEIR_RATE_LIMIT_ADDRESS: '0' };
/** Of this project's tests none measures time; this only bounds the waiting. */
const PATIENT = { timeout: 60_000, interval: 100 };

let gateway: GatewayUnderTest;
const lines: string[] = [];
beforeEach(async () => {
  lines.length = 0;
  const variables = { ...UNLIMITED, WEIR_LOG_LEVEL: 'trace' };
  gateway = await startGateway(variables, { log: (line) => void lines.push(line) });
});
afterEach(() => gateway.close());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const make = (body: object, key?: string) =>
  gateway.call('POST', '/v1/keys', body, key === undefined ? {} : bearer(key));
const statusOf = async (path: string, key?: string) =>
  (await gateway.call('GET', path, undefined, key === undefined ? {} : bearer(key))).status;

async function firstKey(): Promise<string> {
  return (await make({ name: 'ann', scopes: ['admin'] })).json.key;
}

describe('/v1/keys', () => {
  it('makes the first key while the gateway is open, which closes it at once', async () => {
    expect(await statusOf('/v1/runs')).toBe(200);
    const made = await make({ name: 'ann', scopes: ['admin'] });
    expect(made.status).toBe(201);
    expect(made.json).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      name: 'ann',
      scopes: ['admin'],
      createdAt: expect.any(String),
      createdBy: 'gateway',
      key: expect.stringMatching(new RegExp(`^weir_${made.json.id}_[A-Za-z0-9_-]{43}$`)),
    });
    expect(await statusOf('/v1/runs')).toBe(401);
    expect(await statusOf('/v1/runs', made.json.key)).toBe(200);
    const viaOther = await gateway.call('GET', '/v1/runs', undefined, { 'x-api-key': made.json.key });
    expect(viaOther.status).toBe(200);
  });

  it('lists keys without what opens anything, newest first, and those revoked', async () => {
    const admin = await firstKey();
    const order = { name: 'mail filter', scopes: ['read', 'predict'], requestsPerSecond: 5 };
    const second = await make({ ...order, expiresAt: '2100-01-01T01:00:00+01:00' }, admin);
    expect(second.json).toMatchObject({
      scopes: ['predict', 'read'],
      createdBy: 'ann',
      expiresAt: '2100-01-01T00:00:00.000Z',
      requestsPerSecond: 5,
    });
    const { key, ...view } = second.json;
    expect(await statusOf('/v1/keys', key)).toBe(403);
    expect((await gateway.call('DELETE', `/v1/keys/${view.id}`, undefined, bearer(admin))).status).toBe(204);
    const { json, text } = await gateway.call('GET', '/v1/keys?limit=1', undefined, bearer(admin));
    expect(json).toEqual({ keys: [{ ...view, revokedAt: expect.any(String) }], next: view.id });
    expect(text).not.toMatch(/hash|weir_/);
  });

  it('refuses a revoked key from then on, and one that another replica revoked soon after', async () => {
    const admin = await firstKey();
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async (name) => (await make({ name, scopes: ['read'] }, admin)).json),
    );
    expect(await statusOf('/v1/runs', one.key)).toBe(200);
    await gateway.call('DELETE', `/v1/keys/${one.id}`, undefined, bearer(admin));
    const refused = await gateway.call('GET', '/v1/runs', undefined, bearer(one.key));
    expect([refused.status, refused.json.code]).toEqual([401, 'WEIR_KEY_REFUSED']);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="weir", error="invalid_token"');
    expect(await statusOf('/v1/runs', two.key)).toBe(200);
    await new KeyCatalog(gateway.backends.documents).revoke(two.id);
    await vi.waitFor(async () => expect(await statusOf('/v1/runs', two.key)).toBe(401), PATIENT);
    const again = await gateway.call('DELETE', `/v1/keys/${two.id}`, undefined, bearer(admin));
    expect(again.status).toBe(204);
    const none = await gateway.call('DELETE', '/v1/keys/none', undefined, bearer(admin));
    expect([none.status, none.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
  });

  it('is closed by a key that was made elsewhere, and stays so when that is revoked', async () => {
    const elsewhere = new KeyCatalog(gateway.backends.documents);
    const { record, key } = await elsewhere.create({ name: 'cli', scopes: ['read'], createdBy: 'cli' });
    await vi.waitFor(async () => expect(await statusOf('/v1/runs')).toBe(401), PATIENT);
    expect(await statusOf('/v1/runs', key)).toBe(200);
    await elsewhere.revoke(record.id);
    await vi.waitFor(async () => expect(await statusOf('/v1/runs', key)).toBe(401), PATIENT);
    expect(await statusOf('/v1/runs')).toBe(401);
  });

  it('refuses both headers at once, and what is no key', async () => {
    const admin = await firstKey();
    for (const headers of [
      { ...bearer(admin), 'x-api-key': admin },
      { authorization: `Basic ${admin}` },
      { 'x-api-key': `${admin} x` },
      { 'x-api-key': '' },
    ] as Record<string, string>[]) {
      const answer = await gateway.call('GET', '/v1/runs', undefined, headers);
      expect([answer.status, answer.json.code]).toEqual([401, 'WEIR_KEY_REFUSED']);
    }
  });

  it.each([
    [{ name: 'a', scopes: [] }, 'scopes'],
    [{ name: 'a', scopes: ['all'] }, 'scopes'],
    [{ name: '', scopes: ['read'] }, 'name'],
    [{ name: 'a\nb', scopes: ['read'] }, 'name'],
    [{ scopes: ['read'] }, 'name'],
    [{ name: 'a', scopes: ['read'], expiresAt: 'soon' }, 'expiresAt'],
    [{ name: 'a', scopes: ['read'], expiresAt: '2001-01-01T00:00:00Z' }, 'expiresAt'],
    [{ name: 'a', scopes: ['read'], requestsPerSecond: 0 }, 'requestsPerSecond'],
    [{ name: 'a', scopes: ['read'], key: 'mine' }, 'key'],
  ])('makes none of %o', async (body, member) => {
    const answer = await make(body);
    expect([answer.status, answer.json.code]).toEqual([400, 'WEIR_REQUEST_INVALID']);
    expect(answer.json.detail).toContain(member);
    expect(await statusOf('/v1/runs')).toBe(200);
  });

  it('keeps and logs no key, whatever is done with it', async () => {
    const admin = await firstKey();
    const secret = admin.slice('weir_'.length + 21);
    await gateway.call('POST', '/v1/session', { key: admin });
    await gateway.call('GET', `/v1/runs/${admin}`, undefined, bearer(admin));
    await gateway.call('DELETE', `/v1/keys/${admin}`, undefined, bearer(admin));
    await gateway.call('GET', `/v1/nothing?key=${admin}`, undefined, { 'x-api-key': admin });
    await gateway.call('POST', '/v1/session', { key: `${admin}x` });
    gateway.inference.failWith = 'WEIR_INTERNAL';
    await gateway.call('POST', '/v1/verdicts', { url: 'http://a.example/' }, bearer(admin));
    expect(lines.some((line) => line.includes('key.create'))).toBe(true);
    expect(lines.join('')).not.toContain(secret);
    for (const name of ['api_keys', 'audit_entries']) {
      const collection = await gateway.backends.documents.collection({ name, indexes: [] });
      const { items } = await collection.find();
      expect(items.length).toBeGreaterThan(0);
      expect(JSON.stringify(items)).not.toContain(secret);
    }
  });
});
