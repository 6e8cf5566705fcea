import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

let keys = 0;
const newKey = () => `key-${keys++}`;
const keyed = (key: string, more = {}) => ({ 'idempotency-key': key, ...more });
const csv = (text: string) => {
  const form = new FormData();
  form.set('schema', 'uci-30');
  form.set('file', new File([text], 'rows.csv', { type: 'text/csv' }));
  return form;
};

describe('a request with an Idempotency-Key', () => {
  it('is carried out once, and answered the same again', async () => {
    const key = newKey();
    const body = { urls: ['https://once.example/'] };
    const first = await gateway.call('POST', '/v1/events', body, keyed(key));
    const again = await gateway.call('POST', '/v1/events', body, keyed(`"${key}"`));
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    const other = await gateway.call('POST', '/v1/events', body, keyed(newKey()));
    const records = await gateway.records('urls.submitted', 2);
    expect(records).toHaveLength(2);
    expect(other.json).not.toEqual(first.json);
  });

  it('is refused with another body, or elsewhere', async () => {
    const key = newKey();
    await gateway.call('POST', '/v1/feedback', { url: 'http://a.example/', label: 'phishing' }, keyed(key));
    const body = await gateway.call(
      'POST',
      '/v1/feedback',
      { url: 'http://b.example/', label: 'phishing' },
      keyed(key),
    );
    const path = await gateway.call('POST', '/v1/events', { url: 'http://a.example/' }, keyed(key));
    for (const answer of [body, path])
      expect([answer.status, answer.json.code]).toEqual([422, 'WEIR_IDEMPOTENCY_REUSED']);
  });

  it('starts one run of many at the same instant', async () => {
    const key = newKey();
    const order = { schema: 'uci-30', source: { kind: 'file', path: 'x.csv' } };
    const before = (await gateway.call('GET', '/v1/runs')).json.runs.length;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => gateway.call('POST', '/v1/runs', order, keyed(key))),
    );
    for (const { status, json, headers } of answers.filter(({ status }) => status !== 202)) {
      expect([status, json.code]).toEqual([409, 'WEIR_IDEMPOTENCY_RUNNING']);
      expect(headers.get('retry-after')).toBe('2');
    }
    expect(answers.some(({ status }) => status === 202)).toBe(true);
    expect((await gateway.call('GET', '/v1/runs')).json.runs.length).toBe(before + 1);
  });

  it('takes an upload in once, though each attempt has a boundary of its own', async () => {
    const key = newKey();
    const first = await gateway.call('POST', '/v1/snapshots', csv('a,b\n1,2\n'), keyed(key));
    const again = await gateway.call('POST', '/v1/snapshots', csv('a,b\n1,2\n'), keyed(key));
    const other = await gateway.call('POST', '/v1/snapshots', csv('a,b\n1,3\n'), keyed(key));
    expect(first.status).toBe(202);
    expect(again.json).toEqual(first.json);
    expect([other.status, other.json.code]).toEqual([422, 'WEIR_IDEMPOTENCY_REUSED']);
  });

  it('takes a raw upload in once', async () => {
    const key = newKey();
    const type = { 'content-type': 'text/csv' };
    const rows = `a,b\n${'1,2\n'.repeat(100_000)}`;
    const path = '/train?schema=uci-30';
    const first = await gateway.call('POST', path, rows, keyed(key, type));
    const again = await gateway.call('POST', path, rows, keyed(key, type));
    const other = await gateway.call('POST', path, `${rows}9,9\n`, keyed(key, type));
    expect(first.status).toBe(202);
    expect([again.json, again.headers.get('idempotency-replayed')]).toEqual([first.json, 'true']);
    expect(other.status).toBe(422);
  });

  it('can be sent again after a refusal, mended', async () => {
    const key = newKey();
    const refused = await gateway.call('POST', '/v1/events', { urls: [] }, keyed(key));
    const mended = await gateway.call('POST', '/v1/events', { url: 'http://a.example/' }, keyed(key));
    expect([refused.status, mended.status]).toEqual([400, 202]);
  });

  it('is refused where the key is malformed, and means nothing where nothing is changed', async () => {
    const answer = await gateway.call('POST', '/v1/events', { url: 'http://a.example/' }, keyed('a b'));
    expect([answer.status, answer.json.code]).toEqual([400, 'WEIR_REQUEST_INVALID']);
    const key = newKey();
    for (const url of ['http://a.example/', 'http://b.example/'])
      expect((await gateway.call('POST', '/v1/verdicts', { url }, keyed(key))).status).toBe(200);
  });
});
