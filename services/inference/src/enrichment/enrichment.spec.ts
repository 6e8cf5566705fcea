import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type EnrichmentResponse, type EnrichmentVerdict, UCI_30 } from '@weir/contracts';
import type { EnricherOptions } from '@weir/enrichment';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { promote, registerVersion } from '../testing/registered-models.js';
import { type RunningInference, startInference } from '../testing/running-inference.js';
import { trainTabularModel } from '../testing/trained-models.js';

const PATIENCE = { timeout: 20_000, interval: 20 };
const PUBLIC_ADDRESS = '93.184.215.14';

let site: Server;
let inference: RunningInference;
let visits = 0;

/** `shop.example` is the local server, `inside.example` a private address; nothing else exists. */
function network(): EnricherOptions {
  const { port } = site.address() as AddressInfo;
  const names: Record<string, string[]> = {
    'shop.example': [PUBLIC_ADDRESS],
    'inside.example': ['10.0.0.1'],
  };
  return {
    resolver: { resolve: async (name) => names[name] ?? [] },
    dial: (address) => connect({ host: '127.0.0.1', port: address === PUBLIC_ADDRESS ? port : 1 }),
  };
}

async function enrich(url: string): Promise<EnrichmentResponse> {
  const { status, body } = await inference.request('POST', '/internal/enrichments', { url });
  expect(status).toBe(200);
  return body as EnrichmentResponse;
}

beforeAll(async () => {
  site = createServer((_request, response) => {
    visits += 1;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<form action="">');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  inference = await startInference({ pollIntervalMs: 3_600_000, enricher: network() });
});
afterAll(async () => {
  await inference.stop();
  await new Promise((resolve) => site.close(resolve));
});

describe('POST /internal/enrichments', () => {
  it('visits nothing while no model could judge it', async () => {
    expect(await enrich('http://shop.example/')).toMatchObject({ error: { code: 'WEIR_MODEL_MISSING' } });
    expect(visits).toBe(0);
  });

  it('judges what was found by the uci-30 champion, and says what it had to do without', async () => {
    const artifact = await trainTabularModel(UCI_30);
    const { registry, backends } = inference;
    await promote(registry, await registerVersion(registry, backends.objects, { name: 'uci-30', artifact }));
    await vi.waitFor(async () => {
      expect(await enrich('http://shop.example/')).toHaveProperty('verdict');
    }, PATIENCE);
    const answer = (await enrich('http://shop.example/login')) as EnrichmentVerdict;
    expect(answer).toMatchObject({
      model: { name: 'uci-30', version: 1 },
      finalUrl: 'http://shop.example/login',
      redirects: 0,
      tookMs: expect.any(Number),
      features: { SFH: -1, SSLfinal_State: -1, DNSRecord: 1, web_traffic: null, age_of_domain: null },
    });
    expect(Object.keys(answer.features)).toEqual(UCI_30.columns.map(({ name }) => name));
    const absent = Object.keys(answer.features).filter((name) => answer.features[name] === null);
    expect(answer.missing.map(({ feature }) => feature)).toEqual(absent);
    expect(answer.probability).toBeGreaterThanOrEqual(0);
    expect(answer.probability).toBeLessThanOrEqual(1);
  });

  it('gives the verdict that the features get as a row of their own', async () => {
    const answer = (await enrich('http://shop.example/login')) as EnrichmentVerdict;
    const columns = Object.keys(answer.features);
    const rows = [Object.values(answer.features)];
    const { body } = await inference.request('POST', '/internal/predictions/uci-30', { columns, rows });
    const { verdict, probability } = answer;
    expect(body).toMatchObject({ predictions: [{ verdict, probability }] });
  });

  it.each([
    ['http://127.0.0.1/', 'WEIR_ENRICHMENT_REFUSED'],
    ['http://169.254.169.254/latest/meta-data/', 'WEIR_ENRICHMENT_REFUSED'],
    ['http://shop.example:22/', 'WEIR_ENRICHMENT_REFUSED'],
    ['no url', 'WEIR_URL_INVALID'],
  ])('says why %s is not visited', async (url, code) => {
    expect(await enrich(url)).toMatchObject({ error: { code } });
  });

  it('goes to no address inside, and judges by what else there is', async () => {
    const answer = (await enrich('http://inside.example/')) as EnrichmentVerdict;
    expect(answer).toMatchObject({ features: { SFH: null, URL_Length: 1 }, redirects: null });
    expect(JSON.stringify(answer)).not.toContain('10.0.0');
  });

  it.each([[undefined], [{}], [{ url: 5 }], [[]]])('refuses the body %j', async (body) => {
    const answer = await inference.request('POST', '/internal/enrichments', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'WEIR_REQUEST_INVALID' } });
  });

  it('counts what became of them, and what was missing', async () => {
    const { body } = await inference.request('GET', '/metrics');
    expect(body).toMatch(/weir_enrichments_total\{[^}]*result="scored"[^}]*\} [1-9]/);
    expect(body).toMatch(/weir_enrichments_total\{[^}]*result="refused"[^}]*\} 4/);
    expect(body).toMatch(/weir_enrichment_missing_total\{[^}]*feature="web_traffic"[^}]*\} [1-9]/);
  });
});
