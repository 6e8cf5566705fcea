import { MAX_URL_LENGTH, UrlVerdict, validate } from '@weir/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => {
  gateway.inference.failWith = undefined;
});

describe('POST /v1/verdicts', () => {
  it('answers one verdict, as urls.verdicts would', async () => {
    const answer = await gateway.call('POST', '/v1/verdicts', { url: 'http://phish.example/' });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      url: 'http://phish.example/',
      verdict: 'malicious',
      probability: 0.97,
      reasons: ['told so'],
      change: { sentence: 'told so too' },
      model: { name: 'url', version: 3 },
    });
    expect(validate(UrlVerdict, answer.json).ok).toBe(true);
  });

  it('leaves reasons out where they are not wanted', async () => {
    const answer = await gateway.call('POST', '/v1/verdicts', { url: 'http://a.example/', reasons: false });
    expect(answer.json).toMatchObject({ verdict: 'safe', reasons: [] });
    expect(answer.json).not.toHaveProperty('change');
  });

  it.each([
    ['no url', {}, 'url', 'isString'],
    ['an empty url', { url: '' }, 'url', 'isNotEmpty'],
    ['a number', { url: 5 }, 'url', 'isString'],
    ['a url that is too long', { url: 'a'.repeat(MAX_URL_LENGTH + 1) }, 'url', 'maxLength'],
    ['a member nobody knows', { url: 'http://a.example/', colour: 'red' }, 'colour', 'whitelistValidation'],
    ['an enrich that is no boolean', { url: 'http://a.example/', enrich: 'yes' }, 'enrich', 'isBoolean'],
    ['a list', [], '', 'type'],
  ])('refuses %s and names the field', async (_name, body, path, code) => {
    const answer = await gateway.call('POST', '/v1/verdicts', body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({
      type: 'urn:weir:error:request-invalid',
      code: 'WEIR_REQUEST_INVALID',
    });
    expect(answer.json.errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  it("passes on inference's refusal of a text that is no URL", async () => {
    const answer = await gateway.call('POST', '/v1/verdicts', { url: 'bad' });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code: 'WEIR_EVENT_INVALID' });
  });

  it('refuses malformed JSON, another media type and a body that is too large', async () => {
    const type = { 'content-type': 'application/json' };
    expect((await gateway.call('POST', '/v1/verdicts', '{"url":', type)).status).toBe(400);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const wrong = await gateway.call('POST', '/v1/verdicts', 'url=a', form);
    expect(wrong.status).toBe(415);
    expect(wrong.json).toMatchObject({ code: 'WEIR_MEDIA_TYPE_UNSUPPORTED' });
    const large = await gateway.call('POST', '/v1/verdicts', { url: 'a'.repeat(1_100_000) });
    expect(large.status).toBe(413);
    expect(large.json).toMatchObject({ code: 'WEIR_REQUEST_TOO_LARGE' });
  });

  it('says 503 with Retry-After while no model serves', async () => {
    gateway.inference.failWith = 'WEIR_MODEL_MISSING';
    const answer = await gateway.call('POST', '/v1/verdicts', { url: 'http://a.example/' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(answer.json).toMatchObject({ code: 'WEIR_MODEL_MISSING' });
    expect(answer.json.detail.match(/POST \/v1\/runs/g)).toHaveLength(1);
  });

  it('hands the trace on, under a span of its own', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${trace}-b7ad6b7169203331-01`;
    await gateway.call('POST', '/v1/verdicts', { url: 'http://a.example/' }, { traceparent });
    const handed = gateway.inference.asked.at(-1)?.headers.traceparent;
    expect(handed).toContain(trace);
    expect(handed).not.toBe(traceparent);
  });
});

describe('POST /v1/verdicts/batch', () => {
  it("keeps the order, with an item's error in its place", async () => {
    const urls = ['http://a.example/', 7, 'bad', '', 'http://phish.example/'];
    const answer = await gateway.call('POST', '/v1/verdicts/batch', { urls });
    expect(answer.status).toBe(200);
    expect(answer.json.verdicts).toMatchObject([
      { url: 'http://a.example/', verdict: 'safe' },
      { error: { code: 'WEIR_REQUEST_INVALID' } },
      { url: 'bad', error: { code: 'WEIR_EVENT_INVALID' } },
      { error: { code: 'WEIR_REQUEST_INVALID' } },
      { url: 'http://phish.example/', verdict: 'malicious' },
    ]);
  });

  it('takes 1,000 URLs and refuses none and 1,001', async () => {
    const urls = Array.from({ length: 1_001 }, (_, index) => `http://a.example/${index}`);
    const full = await gateway.call('POST', '/v1/verdicts/batch', { urls: urls.slice(1) });
    expect(full.json.verdicts.map((each: { url: string }) => each.url)).toEqual(urls.slice(1));
    expect((await gateway.call('POST', '/v1/verdicts/batch', { urls })).status).toBe(400);
    expect((await gateway.call('POST', '/v1/verdicts/batch', { urls: [] })).status).toBe(400);
    expect((await gateway.call('POST', '/v1/verdicts/batch', { urls: 'x' })).status).toBe(400);
  });
});
