import { ModelRegistry } from '@weir/platform';
import { exampleVersion } from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../../testing/gateway-under-test.js';
import { entityTag, isAmong, tagsOf } from './entity-tag.js';
import { preconditionOf } from './precondition.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
  const registry = new ModelRegistry(gateway.backends.documents, gateway.backends.bus, '/weir/test');
  for (const run of ['one', 'two', 'three']) await registry.add(exampleVersion('uci-30', run));
});
afterAll(() => gateway.close());

const get = (path: string, headers = {}) => gateway.call('GET', path, undefined, headers);
const tagAt = async (path: string) => (await get(path)).headers.get('etag') ?? '';

describe('entity tags', () => {
  it('are read as RFC 9110 writes them', () => {
    expect(tagsOf('*')).toBe('*');
    expect(tagsOf('"a", W/"b" ,"c,d"')).toEqual(['"a"', 'W/"b"', '"c,d"']);
    for (const bad of ['', 'a', '"a', '"a" "b"', '"a",']) expect(tagsOf(bad)).toBeNull();
  });

  it('differ where the bytes do', () => {
    expect(entityTag('a')).toMatch(/^"[\w-]{22}"$/);
    expect(entityTag('a')).toBe(entityTag(Buffer.from('a')));
    expect(entityTag('a')).not.toBe(entityTag('b'));
    expect(isAmong('"a"', ['W/"a"'])).toBe(true);
  });
});

describe('preconditions', () => {
  const holds = (headers: Record<string, string>, tag: string | null) => preconditionOf({ headers })?.(tag);

  it('are those of RFC 9110', () => {
    expect(preconditionOf({ headers: {} })).toBeUndefined();
    expect(holds({ 'if-match': '"a"' }, '"a"')).toBe(true);
    expect(holds({ 'if-match': 'W/"a"' }, '"a"')).toBe(false);
    expect(holds({ 'if-match': '*' }, '"a"')).toBe(true);
    expect(holds({ 'if-match': '*' }, null)).toBe(false);
    expect(holds({ 'if-none-match': '*' }, null)).toBe(true);
    expect(holds({ 'if-none-match': '*' }, '"a"')).toBe(false);
    expect(holds({ 'if-none-match': '"b"' }, '"a"')).toBe(true);
    expect(() => preconditionOf({ headers: { 'if-match': '5' } })).toThrow(/double quotes/);
  });
});

describe('GET with If-None-Match', () => {
  it.each(['/v1/models', '/v1/models/uci-30', '/v1/models/uci-30/2', '/v1/lists/deny'])(
    'answers 304 where %s is as it was',
    async (path) => {
      const first = await get(path);
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w-]{22}"$/);
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      const again = await get(path, { 'if-none-match': `"other", ${tag}` });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
      expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    },
  );

  it('answers anew once something changed', async () => {
    const tag = await tagAt('/v1/models');
    await gateway.call('PUT', '/v1/models/uci-30/aliases/tried', { version: 1 });
    const answer = await get('/v1/models', { 'if-none-match': tag });
    expect(answer.status).toBe(200);
    expect(answer.json.models[0].aliases).toMatchObject({ tried: 1 });
  });
});

describe('PUT of an alias with If-Match', () => {
  const put = (alias: string, version: number, headers = {}, more = {}) =>
    gateway.call('PUT', `/v1/models/uci-30/aliases/${alias}`, { version, ...more }, headers);

  it('moves it from the revision that was seen, and no other', async () => {
    const made = await put('champion', 1, { 'if-none-match': '*' });
    expect([made.status, made.headers.get('etag')]).toEqual([200, '"r1"']);
    expect((await put('champion', 2, { 'if-none-match': '*' })).json.code).toBe('WEIR_PRECONDITION_FAILED');
    expect(await tagAt('/v1/models/uci-30/aliases/champion')).toBe('"r1"');
    expect((await put('champion', 2, { 'if-match': '"r1"' })).headers.get('etag')).toBe('"r2"');
    const late = await put('champion', 3, { 'if-match': '"r1"' });
    expect([late.status, late.json.code]).toEqual([412, 'WEIR_PRECONDITION_FAILED']);
    expect((await get('/v1/models/uci-30/aliases/champion')).json).toMatchObject({ version: 2, revision: 2 });
  });

  it('lets one of two promotions at once win', async () => {
    const made = await put('contested', 1);
    const tag = made.headers.get('etag') ?? '';
    const answers = await Promise.all(
      [2, 3].map((version) => put('contested', version, { 'if-match': tag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const won = answers.find(({ status }) => status === 200);
    expect((await get('/v1/models/uci-30/aliases/contested')).json.version).toBe(won?.json.version);
  });

  it('knows ifRevision still, and 404 of an alias that is not there', async () => {
    expect((await put('kept', 1, {}, { ifRevision: 0 })).status).toBe(200);
    const answer = await put('kept', 2, {}, { ifRevision: 0 });
    expect([answer.status, answer.json.code]).toEqual([409, 'WEIR_DOCUMENT_CONFLICT']);
    expect((await get('/v1/models/uci-30/aliases/none')).json.code).toBe('WEIR_NOT_FOUND');
    expect((await put('none', 1, { 'if-match': '*' })).status).toBe(412);
    expect((await put('none', 1, { 'if-match': 'r1' })).status).toBe(400);
  });
});

describe('changes of a list entry with If-Match', () => {
  const path = '/v1/lists/deny/etag.example';
  const put = (reason: string, headers = {}) => gateway.call('PUT', path, { reason }, headers);
  const remove = (headers = {}) => gateway.call('DELETE', path, undefined, headers);

  it('are made to what was seen, and to nothing else', async () => {
    const made = await put('first', { 'if-none-match': '*' });
    const tag = made.headers.get('etag') ?? '';
    expect([made.status, await tagAt(path)]).toEqual([200, tag]);
    expect((await put('second', { 'if-none-match': '*' })).status).toBe(412);
    const second = await put('second', { 'if-match': tag });
    expect(second.status).toBe(200);
    const late = await remove({ 'if-match': tag });
    expect([late.status, late.json.code]).toEqual([412, 'WEIR_PRECONDITION_FAILED']);
    expect((await get(path)).json.reason).toBe('second');
    expect((await remove({ 'if-match': second.headers.get('etag') ?? '' })).status).toBe(204);
    expect((await get(path)).status).toBe(404);
    expect((await remove({ 'if-match': '*' })).status).toBe(412);
  });

  it('lets one of two changes at once win', async () => {
    const tag = (await put('contested')).headers.get('etag') ?? '';
    const answers = await Promise.all([put('a', { 'if-match': tag }), remove({ 'if-match': tag })]);
    const won = answers.filter(({ status }) => status < 300);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(1);
  });
});
