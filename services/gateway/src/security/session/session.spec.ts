import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../../testing/gateway-under-test.js';

const UNLIMITED = { WEIR_RATE_LIMIT: '0', WEIR_RATE_LIMIT_ADDRESS: '0' };

let gateway: GatewayUnderTest;
let admin: string;
beforeAll(async () => {
  gateway = await startGateway(UNLIMITED);
});
afterAll(() => gateway.close());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

async function signIn(key: string, headers: Record<string, string> = {}) {
  const answer = await gateway.call('POST', '/v1/session', { key }, headers);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { answer, cookie, csrf: String(answer.json.csrfToken) };
}

async function makeKey(name: string, scopes: readonly string[], more: object = {}) {
  const body = { name, scopes, ...more };
  return (await gateway.call('POST', '/v1/keys', body, bearer(admin))).json as { id: string; key: string };
}

describe('/v1/session', () => {
  it('says that everything is open while there is no key', async () => {
    const { json } = await gateway.call('GET', '/v1/session');
    const scopes = ['predict', 'publish', 'read', 'train', 'admin'];
    expect(json).toEqual({ kind: 'open', name: 'gateway', scopes });
    expect((await signIn('weir_x')).answer.status).toBe(401);
    const made = await gateway.call('POST', '/v1/keys', { name: 'ann', scopes: ['admin'] });
    admin = made.json.key;
  });

  it('says who asks', async () => {
    const anonymous = await gateway.call('GET', '/v1/session');
    expect(anonymous.json).toEqual({ kind: 'anonymous', name: 'anonymous', scopes: [] });
    expect(anonymous.headers.get('cache-control')).toBe('no-store');
    const byKey = await gateway.call('GET', '/v1/session', undefined, bearer(admin));
    expect(byKey.json).toEqual({ kind: 'key', name: 'ann', scopes: ['admin'] });
    const wrong = await gateway.call('GET', '/v1/session', undefined, bearer('weir_x'));
    expect([wrong.status, wrong.json.code]).toEqual([401, 'WEIR_KEY_REFUSED']);
  });

  it('exchanges a key for a cookie', async () => {
    const { answer, cookie } = await signIn(admin);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^weir_session=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=4(3200|319\d); HttpOnly; SameSite=Strict$/,
    );
    expect(answer.json).toEqual({
      kind: 'session',
      name: 'ann',
      scopes: ['admin'],
      csrfToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      expiresAt: expect.any(String),
    });
    expect((await gateway.call('GET', '/v1/session', undefined, { cookie })).json).toEqual(answer.json);
    expect((await gateway.call('GET', '/v1/runs', undefined, { cookie })).status).toBe(200);
    const other = `weir_session=${'a'.repeat(43)}`;
    expect((await gateway.call('GET', '/v1/runs', undefined, { cookie: other })).status).toBe(401);
    expect((await gateway.call('GET', '/v1/session', undefined, { cookie: other })).json.kind).toBe(
      'anonymous',
    );
  });

  it('refuses every key that opens nothing, alike', async () => {
    const { id, key } = await makeKey('gone', ['read']);
    await gateway.call('DELETE', `/v1/keys/${id}`, undefined, bearer(admin));
    for (const each of [key, 'nonsense', `weir_${'0'.repeat(20)}_${'a'.repeat(43)}`]) {
      const { answer } = await signIn(each);
      expect([answer.status, answer.json.code]).toEqual([401, 'WEIR_KEY_REFUSED']);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it("takes changes with the session's own CSRF token alone", async () => {
    const { cookie, csrf } = await signIn(admin);
    const another = await signIn(admin);
    const change = (headers: Record<string, string>) =>
      gateway.call('PUT', '/v1/lists/deny/a.example', {}, { cookie, ...headers });
    for (const headers of [{}, { 'x-csrf-token': '' }, { 'x-csrf-token': another.csrf }] as Record<
      string,
      string
    >[]) {
      const answer = await change(headers);
      expect([answer.status, answer.json.code]).toEqual([403, 'WEIR_CSRF_REFUSED']);
    }
    const listed = await change({ 'x-csrf-token': csrf });
    expect([listed.status, listed.json.by]).toEqual([200, 'ann']);
    // A key needs none: no browser sends it by itself.
    expect((await change(bearer(admin))).status).toBe(200);
  });

  it('may do no more than its key', async () => {
    const { key } = await makeKey('reader', ['read']);
    const { cookie, csrf, answer } = await signIn(key);
    expect(answer.json.scopes).toEqual(['read']);
    const refused = await gateway.call('GET', '/v1/keys', undefined, { cookie, 'x-csrf-token': csrf });
    expect([refused.status, refused.json.scope]).toEqual([403, 'admin']);
  });

  it('ends with its key, and no later than its key', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id, key } = await makeKey('short', ['read'], { expiresAt });
    const { cookie, answer } = await signIn(key);
    expect(answer.json.expiresAt).toBe(expiresAt);
    await gateway.call('DELETE', `/v1/keys/${id}`, undefined, bearer(admin));
    const after = await gateway.call('GET', '/v1/runs', undefined, { cookie });
    expect([after.status, after.json.code]).toEqual([401, 'WEIR_KEY_REQUIRED']);
  });

  it('ends when signed out, which nobody else can ask for', async () => {
    const { cookie, csrf } = await signIn(admin);
    const leave = (headers: Record<string, string>) =>
      gateway.call('DELETE', '/v1/session', undefined, { cookie, ...headers });
    expect((await leave({})).json.code).toBe('WEIR_CSRF_REFUSED');
    const left = await leave({ 'x-csrf-token': csrf });
    expect(left.status).toBe(204);
    expect(left.headers.get('set-cookie')).toMatch(/^weir_session=; Path=\/; Max-Age=0;/);
    expect((await gateway.call('GET', '/v1/runs', undefined, { cookie })).status).toBe(401);
    expect((await leave({})).status).toBe(204);
    expect((await gateway.call('DELETE', '/v1/session')).status).toBe(204);
  });

  it('ends the session before when signed in again', async () => {
    const first = await signIn(admin);
    const second = await signIn(admin, { cookie: first.cookie });
    expect((await gateway.call('GET', '/v1/runs', undefined, { cookie: first.cookie })).status).toBe(401);
    expect((await gateway.call('GET', '/v1/runs', undefined, { cookie: second.cookie })).status).toBe(200);
  });

  it('keeps no id that could be used in the cache', async () => {
    const set = vi.spyOn(gateway.backends.cache, 'set');
    const { cookie } = await signIn(admin);
    const [, id = ''] = cookie.split('=');
    expect(id).toHaveLength(43);
    expect(set.mock.calls.length).toBeGreaterThan(0);
    expect(JSON.stringify(set.mock.calls)).not.toContain(id);
    set.mockRestore();
  });

  it('says plainly that sessions cannot be looked up while the cache is away; keys go on', async () => {
    const { cookie, csrf } = await signIn(admin);
    const away = vi.spyOn(gateway.backends.cache, 'get').mockRejectedValue(new Error('redis is away'));
    for (const [method, path] of [
      ['GET', '/v1/runs'],
      ['GET', '/v1/session'],
    ] as const) {
      const answer = await gateway.call(method, path, undefined, { cookie, 'x-csrf-token': csrf });
      expect([path, answer.status, answer.json.code]).toEqual([path, 503, 'WEIR_CACHE_UNAVAILABLE']);
    }
    expect((await gateway.call('GET', '/v1/runs', undefined, bearer(admin))).status).toBe(200);
    expect((await gateway.call('GET', '/', undefined, { cookie })).status).not.toBe(503);
    away.mockRestore();
    expect((await gateway.call('GET', '/v1/runs', undefined, { cookie })).status).toBe(200);
  });
});
