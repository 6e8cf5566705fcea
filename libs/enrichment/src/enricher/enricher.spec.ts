import type { ServerResponse } from 'node:http';
import { type Cache, WeirError } from '@weir/platform';
import { MemoryCache } from '@weir/platform/adapters';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueCertificate } from '../testing/certificate-maker.js';
import { type LocalServer, serveLocally } from '../testing/local-server.js';
import { OTHER_ADDRESS, PUBLIC_ADDRESS, TestNetwork } from '../testing/test-network.js';
import { Enricher } from './enricher.js';
import type { EnrichmentLimits } from './enrichment.js';

const NOW = Date.UTC(2026, 0, 1);
const REGISTRY = 'rdap.registry.example';
const SITE = 'shop.example';
const root = issueCertificate({ name: 'Root' });
const certificate = issueCertificate({ name: REGISTRY, issuer: { name: 'Root', key: root.key } });

let network: TestNetwork;
let site: LocalServer;
let registry: LocalServer;
let cache: MemoryCache;
let visits: string[];
let respond: (path: string, response: ServerResponse) => void;
let registration: unknown;

beforeEach(async () => {
  visits = [];
  cache = new MemoryCache();
  respond = (_path, response) => html(response, '<form action="/login">');
  registration = {
    ldhName: SITE,
    events: [
      { eventAction: 'registration', eventDate: '2025-12-01T00:00:00Z' },
      { eventAction: 'expiration', eventDate: '2026-12-01T00:00:00Z' },
    ],
  };
  site = await serveLocally((request, response) => {
    visits.push(request.url ?? '');
    respond(request.url ?? '', response);
  });
  registry = await serveLocally((request, response) => {
    const services = [[['example'], [`https://${REGISTRY}/`]]];
    response.end(JSON.stringify(request.url === '/dns.json' ? { services } : registration));
  }, certificate);
  network = new TestNetwork()
    .name(SITE, [PUBLIC_ADDRESS])
    .name(REGISTRY, [OTHER_ADDRESS])
    .host(PUBLIC_ADDRESS, 80, site.port)
    .host(OTHER_ADDRESS, 443, registry.port);
});
afterEach(async () => {
  await Promise.all([site.close(), registry.close(), cache.close()]);
});

function html(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/html' }).end(text);
}

function enricherOf(limits: Partial<EnrichmentLimits> = {}, store: Cache = cache): Enricher {
  const rdapBootstrapUrl = `https://${REGISTRY}/dns.json`;
  return new Enricher(store, { ...network, roots: [root.cert], rdapBootstrapUrl, now: () => NOW, limits });
}

function parsed(text: string): ParsedUrl {
  const url = parseUrl(text);
  if (isUrlProblem(url)) throw new Error(text);
  return url;
}

const SITE_URL = parsed(`http://${SITE}/`);

describe('Enricher', () => {
  it('tells the features from URL, DNS, registry, connection and page', async () => {
    const { features, missing, finalUrl, redirects } = await enricherOf().enrich(SITE_URL);
    expect(features).toMatchObject({
      having_IP_Address: 1,
      DNSRecord: 1,
      SSLfinal_State: -1,
      age_of_domain: -1,
      Domain_registeration_length: -1,
      Abnormal_URL: 1,
      SFH: 1,
      Redirect: 0,
      web_traffic: null,
    });
    expect(missing).toHaveLength(6);
    expect(finalUrl).toBe(`http://${SITE}/`);
    expect(redirects).toBe(0);
  });

  it('follows redirects and pages that refresh at once, and judges the page that is reached', async () => {
    const pages: Record<string, (response: ServerResponse) => void> = {
      '/': (response) => void response.writeHead(302, { location: '/a' }).end(),
      '/a': (response) => html(response, '<meta http-equiv=refresh content="0;url=/b"><form>'),
      '/b': (response) => html(response, '<form action="mailto:a@b.test">'),
    };
    respond = (path, response) => pages[path]?.(response);
    const { features, finalUrl, redirects } = await enricherOf().enrich(SITE_URL);
    expect(features).toMatchObject({ Submitting_to_email: -1, SFH: 1, Redirect: 1 });
    expect({ finalUrl, redirects }).toEqual({ finalUrl: `http://${SITE}/b`, redirects: 2 });
  });

  it('does not follow a page inside', async () => {
    respond = (_path, response) =>
      html(response, '<meta http-equiv=refresh content="0;url=http://127.0.0.1/">');
    const { features, missing } = await enricherOf().enrich(SITE_URL);
    expect(features).toMatchObject({ SFH: null, SSLfinal_State: null, DNSRecord: 1 });
    expect(missing).toContainEqual({ feature: 'SFH', reason: expect.stringContaining('loopback') });
    expect(network.dialled.filter((place) => place.endsWith(' 80'))).toHaveLength(1);
  });

  it('counts redirects that were too many, and follows no more', async () => {
    respond = (_path, response) =>
      html(response, `<meta http-equiv=refresh content="0;url=/${visits.length}">`);
    const { features, redirects } = await enricherOf({ maxRedirects: 2 }).enrich(SITE_URL);
    expect(features).toMatchObject({ Redirect: 1, SFH: null });
    expect(redirects).toBe(3);
    expect(visits).toHaveLength(3);
  });

  it.each([
    ['an error', (response: ServerResponse) => response.writeHead(404).end('<form>'), /answered 404/],
    [
      'an image',
      (response: ServerResponse) => response.writeHead(200, { 'content-type': 'image/png' }).end('<form>'),
      /not HTML/,
    ],
    ['no type', (response: ServerResponse) => response.end('<form>'), /not HTML/],
  ])('takes no features of a page from %s', async (_name, answer, reason) => {
    respond = (_path, response) => void answer(response);
    const { features, missing, finalUrl } = await enricherOf().enrich(SITE_URL);
    expect(features).toMatchObject({ SFH: null, Iframe: null, SSLfinal_State: -1, Redirect: 0 });
    expect(missing).toContainEqual({ feature: 'SFH', reason: expect.stringMatching(reason) });
    expect(finalUrl).toBe(`http://${SITE}/`);
  });

  it('tells what there is of a name without an address', async () => {
    network.name(SITE, []);
    const { features, missing, finalUrl, redirects } = await enricherOf().enrich(SITE_URL);
    expect(features).toMatchObject({ DNSRecord: -1, SFH: null, Abnormal_URL: 1, URL_Length: 1 });
    expect(missing).toContainEqual({ feature: 'SFH', reason: expect.stringContaining('no address') });
    expect(finalUrl).toBeUndefined();
    expect(redirects).toBeNull();
  });

  it.each([
    ['http://93.184.215.14/', /address/],
    ['http://someone.github.io/', /host’s own/],
    ['http://shop.de/', /no RDAP/],
  ])('asks no registry about %s, and says why', async (url, reason) => {
    const { missing } = await enricherOf().enrich(parsed(url));
    expect(missing).toContainEqual({ feature: 'age_of_domain', reason: expect.stringMatching(reason) });
  });

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://localhost/',
    'http://a@shop.example/',
    'shop.example:22',
  ])('refuses %s altogether, and asks nobody', async (url) => {
    await expect(enricherOf().enrich(parsed(url))).rejects.toMatchObject({ code: 'WEIR_ENRICHMENT_REFUSED' });
    expect(network.lookups).toEqual([]);
    expect(network.dialled).toEqual([]);
  });

  it('answers within the time, with what was had by then', async () => {
    respond = () => undefined;
    const { features, missing } = await enricherOf({ totalMs: 1_500 }).enrich(SITE_URL);
    expect(features).toMatchObject({ DNSRecord: 1, SFH: null, Redirect: null, URL_Length: 1 });
    expect(missing).toContainEqual({ feature: 'SFH', reason: expect.stringContaining('time') });
  });
});

describe("the enricher's cache", () => {
  it('visits once, whatever the fragment, and by URL', async () => {
    const first = await enricherOf().enrich(SITE_URL);
    const second = await enricherOf().enrich(parsed(`http://${SITE}/#part`));
    expect(second).toEqual(first);
    expect(visits).toEqual(['/']);
    await enricherOf().enrich(parsed(`http://${SITE}/other`));
    expect(visits).toEqual(['/', '/other']);
  });

  it('looks once for those who ask at the same time', async () => {
    const enricher = enricherOf();
    const all = await Promise.all([1, 2, 3].map(() => enricher.enrich(SITE_URL)));
    expect(new Set(all).size).toBe(1);
    expect(visits).toEqual(['/']);
  });

  it('keeps what was found long, and what was away shortly', async () => {
    const kept: number[] = [];
    const watching: Cache = {
      get: (key) => cache.get(key),
      set: async (key, _value, { ttlMs }) => void (key.startsWith('enrichment') && kept.push(ttlMs)),
      increment: async () => 0,
      takeTokens: async () => ({ allowed: true, taken: 1, remaining: 0, retryAfterMs: 0 }),
      delete: async () => undefined,
      check: async () => undefined,
      close: async () => undefined,
    };
    const enricher = enricherOf({ cacheMs: 9_000, negativeCacheMs: 100 }, watching);
    await enricher.enrich(SITE_URL);
    respond = (_path, response) => void response.writeHead(503).end();
    await enricher.enrich(SITE_URL);
    network.name(SITE, new Error('SERVFAIL'));
    await enricher.enrich(SITE_URL);
    expect(kept).toEqual([9_000, 100, 100]);
  });

  it('asks a registry once about a domain, whatever it answered', async () => {
    const first = await enricherOf().enrich(SITE_URL);
    await registry.close();
    const other = await enricherOf().enrich(parsed(`http://www.${SITE}/other`));
    expect(other.features.age_of_domain).toBe(first.features.age_of_domain);
    expect(other.features.age_of_domain).toBe(-1);
  });

  it('goes without a cache that is away', async () => {
    await cache.close();
    expect((await enricherOf().enrich(SITE_URL)).features).toMatchObject({ DNSRecord: 1 });
  });

  it('holds no URL in its keys', async () => {
    const keys: string[] = [];
    const get = cache.get.bind(cache);
    cache.get = async (key) => {
      keys.push(key);
      return get(key);
    };
    await enricherOf().enrich(parsed(`http://${SITE}/?token=secret`));
    expect(keys).toEqual([expect.stringMatching(/^enrichment:1:[\w-]{43}$/), `registration:1:${SITE}`]);
  });
});

describe("the enricher's places", () => {
  it('visits no more at a time than it has places', async () => {
    let open = 0;
    let most = 0;
    respond = (_path, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        html(response, '');
      }, 30);
    };
    const enricher = enricherOf({ concurrency: 2 });
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => enricher.enrich(parsed(`http://${SITE}/${n}`))));
    expect(visits).toHaveLength(6);
    expect(most).toBe(2);
  });

  it('turns away whom it has no place for, and who waited until the time was up', async () => {
    respond = () => undefined;
    const enricher = enricherOf({ concurrency: 1, maxWaiting: 1, totalMs: 1_000 });
    const asked = [1, 2, 3].map((n) => enricher.enrich(parsed(`http://${SITE}/${n}`)));
    const [visited, waited, turnedAway] = await Promise.allSettled(asked);
    expect(visited).toMatchObject({ status: 'fulfilled' });
    for (const each of [waited, turnedAway]) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(WeirError) });
      expect(each).toMatchObject({ reason: { code: 'WEIR_ENRICHMENT_UNAVAILABLE' } });
    }
    expect(visits).toEqual(['/1']);
  });
});
