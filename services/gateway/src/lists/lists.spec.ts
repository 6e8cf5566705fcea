import { ListEntryChanged, TOPICS, validate } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const put = (path: string, body?: object) => gateway.call('PUT', `/v1/lists/${path}`, body);
const get = (path: string) => gateway.call('GET', `/v1/lists/${path}`);
const remove = (path: string) => gateway.call('DELETE', `/v1/lists/${path}`);

describe('/v1/lists', () => {
  it('lists an entry, tells of it, and takes it off', async () => {
    const body = { reason: 'seen', by: 'ann', expiresAt: '2100-01-01T01:00:00+01:00' };
    const listed = await put('deny/Example.ORG.', body);
    expect(listed.status).toBe(200);
    expect(listed.json).toEqual({
      list: 'deny',
      entry: 'example.org',
      reason: 'seen',
      by: 'ann',
      expiresAt: '2100-01-01T00:00:00.000Z',
      at: expect.any(String),
    });
    expect((await get('deny/www.example.org')).json).toEqual(listed.json);
    const [record] = await gateway.records(TOPICS.listsEntries.name, 1);
    expect(record?.key?.toString()).toBe('deny/example.org');
    expect(validate(ListEntryChanged, JSON.parse(String(record?.value)))).toMatchObject({
      ok: true,
      value: { list: 'deny', entry: 'example.org', reason: 'seen' },
    });
    expect((await remove('deny/example.org')).status).toBe(204);
    const gone = await remove('deny/example.org');
    expect([gone.status, gone.json.code]).toEqual([404, 'WEIR_NOT_FOUND']);
    expect((await get('deny/example.org')).status).toBe(404);
  });

  it('pages through one list', async () => {
    const hosts = ['a', 'b', 'c'].map((name) => `${name}.paged.example`);
    for (const host of hosts) expect((await put(`allow/${host}`)).status).toBe(200);
    const first = (await get('allow?limit=2')).json;
    const second = (await get(`allow?limit=2&cursor=${first.next}`)).json;
    const entries = [...first.entries, ...second.entries];
    expect(entries.map(({ entry }: { entry: string }) => entry)).toEqual(hosts);
    expect(second.next).toBeNull();
  });

  it.each([
    ['b%C3%BCcher.example', 'xn--bcher-kva.example'],
    ['WWW.Shop.Example.co.uk', 'shop.example.co.uk'],
    ['0x7f.1', '127.0.0.1'],
    ['2001:DB8::1', '[2001:db8::1]'],
    ['%5B2001:db8::1%5D', '[2001:db8::1]'],
    ['evil.github.io', 'evil.github.io'],
    [`${'a.'.repeat(120)}example.org`, `${'a.'.repeat(120)}example.org`],
  ])('keeps %s as %s', async (text, entry) => {
    expect((await put(`allow/${text}`)).json).toMatchObject({ entry });
  });

  it.each(['co.uk', 'github.io', 'com', 'www.co.uk'])(
    'refuses to allow the public suffix %s',
    async (suffix) => {
      const refused = await put(`allow/${suffix}`);
      expect(refused.status).toBe(400);
      expect(refused.json.errors).toContainEqual(
        expect.objectContaining({ path: 'entry', code: 'isPublicSuffix' }),
      );
      expect((await put(`deny/${suffix}`)).status).toBe(200);
    },
  );

  it.each([
    ['https://www.Shop.example.org/login?x=1', '"shop.example.org" or "example.org"'],
    ['https%3A%2F%2Fexample.org%2F', '"example.org"'],
    ['example.org/login', '"example.org"'],
    ['example.org%2Flogin', '"example.org"'],
    ['example.org:8080', '"example.org"'],
    ['user@example.org', '"example.org"'],
    ['javascript:alert(1)', 'not a URL'],
    ['*.example.org', '"example.org"'],
    ['a%20b', 'is no host'],
    ['a..b', 'is no host'],
    [`${'a.'.repeat(140)}example`, '255'],
  ])('refuses %s, and says what to list', async (text, said) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const refused = await gateway.call(method, `/v1/lists/deny/${text}`);
      expect([refused.status, refused.json.code]).toEqual([400, 'WEIR_REQUEST_INVALID']);
      expect(refused.json.detail).toContain(said);
    }
  });

  it.each([
    ['a list that is none', 'grey/example.org', {}, 'list'],
    ['a reason too long', 'deny/example.org', { reason: 'x'.repeat(501) }, 'reason'],
    ['a time that is none', 'deny/example.org', { expiresAt: 'tomorrow' }, 'expiresAt'],
    ['a time past', 'deny/example.org', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    ['a member nobody knows', 'deny/example.org', { colour: 'red' }, 'colour'],
  ])('refuses %s', async (_name, path, body, member) => {
    const refused = await put(path, body);
    expect(refused.status).toBe(400);
    expect(refused.json.errors).toContainEqual(expect.objectContaining({ path: member }));
  });
});
