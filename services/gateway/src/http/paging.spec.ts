import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiDocument } from '../openapi/testing/api-document.js';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
  for (const host of ['a', 'b', 'c', 'd'])
    for (const list of ['allow', 'deny'])
      await gateway.call('PUT', `/v1/lists/${list}/${host}.paged.example`, {});
});
afterAll(() => gateway.close());

const get = (path: string) => gateway.call('GET', path);
const entriesOf = async (path: string) =>
  (await get(path)).json.entries.map(({ entry }: { entry: string }) => entry);

async function expectRefused(path: string, cursor: string): Promise<void> {
  const { status, json } = await get(`${path}?cursor=${encodeURIComponent(cursor)}`);
  expect([path, status, json.code]).toEqual([path, 400, 'WEIR_REQUEST_INVALID']);
  expect(json.errors).toEqual([
    { path: 'cursor', code: 'isCursor', message: 'cursor is not one of this list' },
  ]);
}

describe('a cursor', () => {
  it('that is of no list is refused by every list that takes one', async () => {
    const document = (await get('/openapi.json')).json as ApiDocument;
    const lists = Object.entries(document.paths)
      .filter(([, { get: read }]) => read?.parameters?.some(({ name }) => name === 'cursor'))
      .map(([path]) => path.replace('{list}', 'allow').replace('{name}', 'url'));
    expect(lists.length).toBeGreaterThanOrEqual(11);
    for (const path of lists) {
      expect([path, (await get(`${path}?limit=1`)).status]).not.toEqual([path, 400]);
      for (const cursor of ['nonsense', 'a.paged.example', 'url', 'AAAAAAAA.a.paged.example'])
        await expectRefused(path, cursor);
    }
  });

  it('that is of another list is refused, also where one route has both', async () => {
    const { next } = (await get('/v1/lists/allow?limit=2')).json;
    expect(await entriesOf(`/v1/lists/allow?cursor=${next}`)).toEqual(['c.paged.example', 'd.paged.example']);
    for (const path of [
      '/v1/lists/deny',
      '/v1/runs',
      '/v1/models',
      '/v1/models/allow',
      '/v1/jobs',
      '/v1/keys',
    ])
      await expectRefused(path, next);
  });

  it('that is a bare id is one where only that list has such ids', async () => {
    const id = '0198f7a0-0000-7000-8000-000000000000';
    expect((await get(`/v1/jobs?cursor=${id}`)).json).toEqual({ jobs: [], next: null });
    expect((await get('/v1/keys?cursor=0198f7a0000070008000')).json).toEqual({ keys: [], next: null });
    for (const path of ['/v1/runs', '/v1/reports', '/v1/audit', '/v1/keys']) await expectRefused(path, id);
  });

  it('is checked of HEAD as of GET', async () => {
    const { next } = (await get('/v1/lists/allow?limit=2')).json;
    const ask = (method: string, cursor: string) =>
      fetch(`${gateway.url}/v1/lists/allow?cursor=${cursor}`, { method });
    expect((await ask('HEAD', 'nonsense')).status).toBe(400);
    const [head, whole] = await Promise.all(['HEAD', 'GET'].map((method) => ask(method, next)));
    expect([head?.status, head?.headers.get('etag')]).toEqual([200, whole?.headers.get('etag')]);
  });

  it('goes on where its record was, also once that is deleted', async () => {
    const { next, entries } = (await get('/v1/lists/deny?limit=2')).json;
    expect((await gateway.call('DELETE', `/v1/lists/deny/${entries[1].entry}`)).status).toBeLessThan(300);
    expect(await entriesOf(`/v1/lists/deny?cursor=${next}`)).toEqual(['c.paged.example', 'd.paged.example']);
  });

  it('is the same for every way to write the path, and whatever the filters', async () => {
    const { next } = (await get('/v1/lists/allow?limit=1')).json;
    expect(await entriesOf(`/v1/lists/%61llow?limit=1&cursor=${next}`)).toEqual(['b.paged.example']);
  });

  it('that is empty, or comes twice, is refused', async () => {
    const { next } = (await get('/v1/lists/allow?limit=1')).json;
    const [tag] = next.split('.');
    for (const query of ['cursor=', `cursor=${tag}.`, `cursor=${next}&cursor=${next}`])
      expect((await get(`/v1/lists/allow?${query}`)).status).toBe(400);
  });
});
