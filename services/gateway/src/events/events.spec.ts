import { TOPICS, UrlSubmitted, validate } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { MAX_EVENTS } from './event-requests.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

describe('POST /v1/events', () => {
  it('publishes each URL under the id it answers, with CloudEvents headers and the trace', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const urls = ['http://a.example/', 'http://b.example/', 'not a url, and inference says so'];
    const answer = await gateway.call(
      'POST',
      '/v1/events',
      { urls, source: 'mail' },
      { traceparent: `00-${trace}-b7ad6b7169203331-01` },
    );
    expect(answer.status).toBe(202);
    const { ids } = answer.json as { ids: string[] };
    expect(new Set(ids).size).toBe(3);
    const records = await gateway.records(TOPICS.urlsSubmitted.name, 3);
    const values = new Map(
      records.map((each) => [each.headers.ce_id, JSON.parse(String(each.value)) as object]),
    );
    expect(ids.map((id) => values.get(id))).toMatchObject(
      urls.map((url, n) => ({ url, id: ids[n], source: 'mail' })),
    );
    expect([...values.values()].every((value) => validate(UrlSubmitted, value).ok)).toBe(true);
    expect(records[0]?.headers).toMatchObject({
      ce_type: 'weir.urls.submitted.v1',
      ce_source: '/weir/gateway',
      'content-type': 'application/json',
      traceparent: expect.stringContaining(trace) as string,
    });
  });

  it("keeps a single URL's own id", async () => {
    const answer = await gateway.call('POST', '/v1/events', { url: 'http://c.example/', id: 'mine' });
    expect(answer.json).toEqual({ ids: ['mine'] });
  });

  it.each([
    ['neither url nor urls', {}],
    ['both', { url: 'a', urls: ['b'] }],
    ['an id for many', { urls: ['b'], id: 'x' }],
    ['an empty list', { urls: [] }],
    ['an empty item', { urls: ['a', ' '] }],
    ['an item that is no text', { urls: ['a', 1] }],
    ['too many', { urls: Array.from({ length: MAX_EVENTS + 1 }, () => 'a') }],
  ])('refuses %s', async (_name, body) => {
    const answer = await gateway.call('POST', '/v1/events', body);
    expect(answer.status).toBe(400);
    expect(answer.json.errors.length).toBeGreaterThan(0);
  });

  it('publishes more than one produce request holds', async () => {
    const urls = Array.from({ length: 30 }, (_, index) => `http://${index}.example/${'x'.repeat(40_000)}`);
    const answer = await gateway.call('POST', '/v1/events', { urls });
    expect(answer.json.ids).toHaveLength(30);
    const records = await gateway.records(TOPICS.urlsSubmitted.name, 34);
    const published = new Set(records.map((each) => each.headers.ce_id));
    expect(answer.json.ids.every((id: string) => published.has(id))).toBe(true);
  });
});
