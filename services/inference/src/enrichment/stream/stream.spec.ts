import { UCI_30, UrlEnriched, type UrlVerdict, validate } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestBackends } from '../../testing/backends.js';
import { type LocalSite, openLocalSite } from '../../testing/local-site.js';
import { promote, registerVersion } from '../../testing/registered-models.js';
import { type RunningInference, startInference } from '../../testing/running-inference.js';
import { trainTabularModel, trainUrlModel } from '../../testing/trained-models.js';
import { ENRICHMENT_GROUP } from './stream-subscription.js';

const PATIENCE = { timeout: 20_000, interval: 20 };

let artifact: Awaited<ReturnType<typeof trainUrlModel>>;
let site: LocalSite;
let inference: RunningInference;
let subscribed: string[] = [];

async function start(which: string): Promise<void> {
  site.visits.length = 0;
  subscribed = [];
  const open = async () => {
    const backends = await openTestBackends();
    const subscribe = backends.bus.subscribe.bind(backends.bus);
    vi.spyOn(backends.bus, 'subscribe').mockImplementation(async (options, handler) => {
      const subscription = await subscribe(options, handler);
      subscribed.push(options.group);
      return subscription;
    });
    return backends;
  };
  const options = { pollIntervalMs: 3_600_000, enricher: site.network };
  inference = await startInference(options, open, { WEIR_ENRICH_STREAM: which });
  await promoted('url', artifact);
}

async function promoted(name: string, model: typeof artifact): Promise<void> {
  const { registry, backends } = inference;
  const version = await registerVersion(registry, backends.objects, { name, artifact: model });
  await promote(registry, version);
  await vi.waitFor(async () => {
    const { body } = await inference.request('GET', '/internal/models');
    expect(JSON.stringify(body)).toContain(`"name":"${name}"`);
  }, PATIENCE);
}

const submit = (urls: readonly string[]) =>
  inference.backends.bus.publish(
    urls.map((url) => ({ topic: 'urls.submitted', key: url, value: JSON.stringify({ url, id: url }) })),
  );

const verdicts = () =>
  inference.received('urls.verdicts').map(({ value }) => JSON.parse(String(value)) as UrlVerdict);

const verdictsOf = (urls: readonly string[]) =>
  vi.waitFor(
    () => expect(verdicts().map(({ id }) => id)).toEqual(expect.arrayContaining([...urls])),
    PATIENCE,
  );

const enriched = () =>
  inference.received('urls.enrichments').map(({ value }) => JSON.parse(String(value)) as UrlEnriched);

async function enrichmentOf(url: string): Promise<UrlEnriched['enrichment']> {
  return vi.waitFor(() => {
    const found = enriched().find(({ id }) => id === url);
    expect(found).toBeDefined();
    return (found as UrlEnriched).enrichment;
  }, PATIENCE);
}

beforeAll(async () => {
  artifact = await trainUrlModel();
  site = await openLocalSite();
});
afterAll(() => site.close());

describe('WEIR_ENRICH_STREAM=all', () => {
  beforeAll(async () => {
    await start('all');
    await vi.waitFor(() => expect(subscribed).toContain(ENRICHMENT_GROUP), PATIENCE);
  });
  afterAll(async () => {
    site.release();
    await inference.stop();
  });

  it('publishes the features alone while no uci-30 model serves', async () => {
    const url = 'http://www.shop.example/first';
    await submit([url]);
    const enrichment = await enrichmentOf(url);
    expect(enrichment).toMatchObject({
      features: { SFH: -1, DNSRecord: 1, web_traffic: null },
      finalUrl: url,
      redirects: 0,
    });
    expect(enrichment).not.toHaveProperty('verdict');
    expect(enrichment).not.toHaveProperty('error');
    expect(enrichment).not.toHaveProperty('model');
  });

  it('is keyed by registrable domain and has the verdict’s id, in a value of the contract', () => {
    const [record] = inference.received('urls.enrichments');
    const [value] = enriched();
    expect(String(record?.key)).toBe('shop.example');
    expect(record?.headers.ce_id).toBe('http://www.shop.example/first');
    expect(value).toMatchObject({
      id: 'http://www.shop.example/first',
      url: 'http://www.shop.example/first',
    });
    expect(validate(UrlEnriched, value)).toMatchObject({ ok: true });
  });

  it('has the champion’s verdict as soon as there is one', async () => {
    await promoted('uci-30', await trainTabularModel(UCI_30));
    const url = 'http://shop.example/second';
    await submit([url]);
    const enrichment = await enrichmentOf(url);
    expect(enrichment.model).toEqual({ name: 'uci-30', version: 1 });
    const asked = await inference.request('POST', '/internal/enrichments', { url });
    const { verdict, probability, features, missing } = enrichment;
    expect(asked.body).toMatchObject({ verdict, probability, features, missing });
    expect(site.visits.filter((path) => path === '/second')).toHaveLength(1);
  });

  it.each(['http://127.0.0.1/', 'http://169.254.169.254/latest/meta-data/', 'http://shop.example:22/'])(
    'says why %s is not visited',
    async (url) => {
      await submit([url]);
      expect(await enrichmentOf(url)).toEqual({
        error: { code: 'WEIR_ENRICHMENT_REFUSED', message: expect.stringMatching(/\w/) },
      });
    },
  );

  it('goes to no address inside, and names none', async () => {
    await submit(['http://inside.example/']);
    const enrichment = await enrichmentOf('http://inside.example/');
    expect(enrichment).toMatchObject({ features: { SFH: null, URL_Length: 1 } });
    expect(enrichment).not.toHaveProperty('redirects');
    expect(JSON.stringify(enrichment)).not.toContain('10.0.0');
  });

  it('keeps no verdict waiting for a slow site', async () => {
    const slow = 'http://slow.shop.example/slow';
    await submit([slow]);
    await vi.waitFor(() => expect(site.held).toHaveLength(1), PATIENCE);
    const others = Array.from({ length: 300 }, (_, index) => `http://shop.example/page-${index}`);
    await submit(others);
    await verdictsOf([slow, ...others]);
    expect(enriched().map(({ id }) => id)).not.toContain(slow);
    site.release();
    expect(await enrichmentOf(slow)).toMatchObject({ finalUrl: slow });
  });

  it('counts the stream apart from requests, and shows the backlog', async () => {
    await vi.waitFor(async () => {
      const { body } = await inference.request('GET', '/metrics');
      expect(body).toMatch(/weir_enrichments_total\{[^}]*source="stream",result="unscored"[^}]*\} 1\n/);
      expect(body).toMatch(/weir_enrichments_total\{[^}]*source="stream",result="refused"[^}]*\} 3\n/);
      expect(body).toMatch(/weir_enrichments_total\{[^}]*source="port",result="scored"[^}]*\} 1\n/);
      expect(body).toMatch(/weir_consumer_lag\{[^}]*group="weir-enrichment"[^}]*\} \d/);
    }, PATIENCE);
  });
});

describe.each([
  ['off', false],
  ['malicious', true],
])('WEIR_ENRICH_STREAM=%s', (which, isSubscribed) => {
  beforeAll(() => start(which));
  afterAll(() => inference.stop());

  it('visits nothing that it was not asked to', async () => {
    const safe = 'https://garden-news.shop.example/library/music7.html';
    await submit([safe]);
    await verdictsOf([safe]);
    expect(verdicts()).toMatchObject([{ verdict: 'safe' }]);
    expect(subscribed.includes(ENRICHMENT_GROUP)).toBe(isSubscribed);
    const topics = ['urls.verdicts'];
    await vi.waitFor(async () => {
      const left = isSubscribed ? await inference.backends.bus.lag(ENRICHMENT_GROUP, topics) : [];
      expect(left.reduce((sum, { lag }) => sum + Number(lag), 0)).toBe(0);
    }, PATIENCE);
    expect(site.visits).toEqual([]);
    expect(inference.received('urls.enrichments')).toEqual([]);
  });
});
