import { validate } from '@weir/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { EnrichedVerdict } from './enriched-verdict.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => {
  gateway.inference.failEnrichmentWith = undefined;
  gateway.inference.asked.length = 0;
});

const ask = (url: string, enrich?: boolean) =>
  gateway.call('POST', '/v1/verdicts', { url, ...(enrich === undefined ? {} : { enrich }) });
const pathsAsked = () => gateway.inference.asked.map(({ path }) => path).sort();

describe('POST /v1/verdicts with enrich', () => {
  it("gives what was found beside the URL's own verdict", async () => {
    const { status, json } = await ask('http://phish.example/', true);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      verdict: 'malicious',
      probability: 0.97,
      model: { name: 'url', version: 3 },
      enrichment: {
        verdict: 'suspicious',
        probability: 0.6,
        model: { name: 'uci-30', version: 3 },
        features: { having_IP_Address: 1, URL_Length: 0, web_traffic: null },
        missing: [{ feature: 'web_traffic', reason: 'told so' }],
        finalUrl: 'http://phish.example/',
        redirects: 0,
        tookMs: 12,
      },
    });
    expect(validate(EnrichedVerdict, json)).toMatchObject({ ok: true });
  });

  it.each([undefined, false])('visits nothing where enrich is %s', async (enrich) => {
    const { json } = await ask('http://a.example/', enrich);
    expect(json).not.toHaveProperty('enrichment');
    expect(pathsAsked()).toEqual(['/internal/verdicts']);
  });

  it('keeps the verdict where the URL may not be visited', async () => {
    const { json } = await ask('http://local.phish.example/', true);
    expect(json).toMatchObject({
      verdict: 'malicious',
      enrichment: { error: { code: 'WEIR_ENRICHMENT_REFUSED', message: 'told so' } },
    });
    expect(validate(EnrichedVerdict, json)).toMatchObject({ ok: true });
  });

  it('keeps the verdict where enrichment fails altogether', async () => {
    gateway.inference.failEnrichmentWith = 'WEIR_INTERNAL';
    const { status, json } = await ask('http://a.example/', true);
    expect(status).toBe(200);
    expect(json).toMatchObject({ verdict: 'safe', enrichment: { error: { code: 'WEIR_INTERNAL' } } });
  });

  it('refuses what is no URL, as without it', async () => {
    const { status, json } = await ask('bad', true);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'WEIR_EVENT_INVALID' });
  });

  it('hands the trace on to both', async () => {
    await ask('http://a.example/', true);
    expect(pathsAsked()).toEqual(['/internal/enrichments', '/internal/verdicts']);
    for (const { headers } of gateway.inference.asked) expect(headers.traceparent).toMatch(/^00-/);
  });
});
