import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { UCI_30 } from '@weir/contracts';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { found, missing, type SiteFacts } from './site-facts.js';
import { uciFeatures } from './uci-features.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 1);
const SITE_URL = 'https://shop.example/';
const PLAIN_PAGE = await readPage('<a href="/b">', SITE_URL);

function parsed(text: string): ParsedUrl {
  const url = parseUrl(text);
  if (isUrlProblem(url)) throw new Error(text);
  return url;
}

/** A plain shop: a trusted certificate, ten years old, paid for two more. */
function site(changes: Partial<SiteFacts> = {}): SiteFacts {
  return {
    url: parsed(SITE_URL),
    hasAddress: found(true),
    registration: found({
      domain: 'shop.example',
      registeredAt: NOW - 3_650 * DAY,
      expiresAt: NOW + 730 * DAY,
    }),
    visit: found({ finalUrl: SITE_URL, certificate: { isTrusted: true } }),
    redirects: found(0),
    page: found(PLAIN_PAGE),
    at: NOW,
    ...changes,
  };
}

const featureOf = (name: string, changes: Partial<SiteFacts>) => uciFeatures(site(changes)).features[name];
const ofLength = (length: number) => `${SITE_URL}${'a'.repeat(length - SITE_URL.length)}`;

/** Of a plain site: no source, or no hyphen in its name. */
const ABSENT = [
  'Prefix_Suffix',
  'web_traffic',
  'Page_Rank',
  'Google_Index',
  'Links_pointing_to_page',
  'Statistical_report',
];

describe('uciFeatures', () => {
  it('names every column of the schema in its order, and gives no value it does not allow', () => {
    const { features, missing: without, isPassing } = uciFeatures(site());
    expect(Object.keys(features)).toEqual(UCI_30.columns.map(({ name }) => name));
    expect(without.map(({ feature }) => feature)).toEqual(ABSENT);
    expect(isPassing).toBe(false);
    for (const [name, value] of Object.entries(features)) {
      if (ABSENT.includes(name)) expect(value).toBeNull();
      else expect(value).toBe(name === 'Redirect' ? 0 : 1);
    }
  });

  it.each([
    ['having_IP_Address', 'http://93.184.215.14/', -1],
    ['having_IP_Address', 'http://0x5d.0xb8.0xd7.0x0e/', -1],
    ['having_IP_Address', 'http://[2606:4700::1111]/', -1],
    ['having_IP_Address', 'http://1e100.net/', 1],
    ['URL_Length', ofLength(53), 1],
    ['URL_Length', ofLength(54), 0],
    ['URL_Length', ofLength(75), 0],
    ['URL_Length', ofLength(76), -1],
    ['Shortining_Service', 'https://bit.ly/19DXSk4', -1],
    ['Shortining_Service', 'https://www.tinyurl.com/a', -1],
    ['Shortining_Service', 'https://rabbit.ly/a', 1],
    ['having_At_Symbol', 'http://shop.example/@me', -1],
    ['having_At_Symbol', 'http://shop.example/%40me', 1],
    ['double_slash_redirecting', 'http://shop.example//http://evil.example', -1],
    ['double_slash_redirecting', 'https://shop.example/a/b', 1],
    ['Prefix_Suffix', 'http://confirme-paypal.example/', -1],
    ['having_Sub_Domain', 'http://www.shop.co.uk/', 1],
    ['having_Sub_Domain', 'http://students.hud.ac.uk/', 0],
    ['having_Sub_Domain', 'http://a.b.shop.example/', -1],
    ['having_Sub_Domain', 'http://93.184.215.14/', -1],
    ['HTTPS_token', 'http://https-www-paypal.example/', -1],
    ['HTTPS_token', 'https://shop.example/https', 1],
    ['port_no', 'https://shop.example:443/', 1],
    ['port_no', 'https://shop.example:8443/', -1],
  ])('gives %s of %s as %i', (name, url, expected) => {
    expect(featureOf(name, { url: parsed(url) })).toBe(expected);
  });

  const registered = (registeredAt: number, expiresAt = NOW + 730 * DAY) => ({
    registration: found({ domain: 'shop.example', registeredAt, expiresAt }),
  });
  const visited = (finalUrl: string, isTrusted?: boolean) => ({
    visit: found({ finalUrl, ...(isTrusted === undefined ? {} : { certificate: { isTrusted } }) }),
  });

  it.each<[string, string, Partial<SiteFacts>, number]>([
    ['DNSRecord', 'without an address', { hasAddress: found(false) }, -1],
    ['DNSRecord', 'that is an address', { url: parsed('http://93.184.215.14/') }, -1],
    ['SSLfinal_State', 'over http', visited('http://shop.example/'), -1],
    ['SSLfinal_State', 'with a certificate that does not hold', visited(SITE_URL, false), 0],
    ['SSLfinal_State', 'with a certificate that holds', visited(SITE_URL, true), 1],
    ['age_of_domain', 'of 182 days', registered(NOW - 182 * DAY), -1],
    ['age_of_domain', 'of 183 days', registered(NOW - 183 * DAY), 1],
    ['age_of_domain', 'that nobody registered', { registration: found(null) }, -1],
    ['Domain_registeration_length', 'paid for a year', registered(0, NOW + 365 * DAY), -1],
    ['Domain_registeration_length', 'paid for longer', registered(0, NOW + 366 * DAY), 1],
    ['Domain_registeration_length', 'that ran out', registered(0, NOW - DAY), -1],
    ['Domain_registeration_length', 'that nobody registered', { registration: found(null) }, -1],
    ['Abnormal_URL', 'of its own record', { url: parsed('https://a.shop.example/') }, 1],
    ['Abnormal_URL', "of another's record", { url: parsed('https://myshop.example/') }, -1],
    ['Abnormal_URL', 'without a record', { registration: found(null) }, -1],
    ['Redirect', 'after one redirect', { redirects: found(1) }, 0],
    ['Redirect', 'after two redirects', { redirects: found(2) }, 1],
    ['Redirect', 'after four redirects', { redirects: found(4) }, 1],
  ])('gives %s of a site %s', (name, _what, facts, expected) => {
    expect(featureOf(name, facts)).toBe(expected);
  });

  const own = (count: number) => '<a href="/b"><img src="/i"><script src="/s"></script>'.repeat(count);
  const foreign = (count: number) =>
    '<a href="//o.test"><img src="//o.test/i"><script src="//o.test/s"></script>'.repeat(count);

  it.each([
    ['Request_URL', 79, 21, 1],
    ['Request_URL', 78, 22, -1],
    ['Request_URL', 0, 1, -1],
    ['Request_URL', 0, 0, 1],
    ['URL_of_Anchor', 70, 30, 1],
    ['URL_of_Anchor', 69, 31, 0],
    ['URL_of_Anchor', 34, 66, 0],
    ['URL_of_Anchor', 33, 67, -1],
    ['URL_of_Anchor', 0, 0, 1],
    ['Links_in_tags', 84, 16, 1],
    ['Links_in_tags', 83, 17, 0],
    ['Links_in_tags', 20, 80, 0],
    ['Links_in_tags', 19, 81, -1],
  ])('gives %s of %i links of its own and %i to others as %i', async (name, ours, theirs, expected) => {
    const page = found(await readPage(`${own(ours)}${foreign(theirs)}`, SITE_URL));
    expect(featureOf(name, { page })).toBe(expected);
  });

  it.each([
    ['Favicon', '<link rel=icon href="//o.test/i">', -1],
    ['Favicon', '<link rel=icon href="/i">', 1],
    ['SFH', '<form action="about:blank">', -1],
    ['SFH', '<form action="//o.test/">', 0],
    ['SFH', '<form action="//o.test/"><form action="">', -1],
    ['SFH', '<form action="/login">', 1],
    ['SFH', '', 1],
    ['Submitting_to_email', '<form action="mailto:a@o.test">', -1],
    ['Submitting_to_email', '<form action="/login">', 1],
    ['on_mouseover', '<a onmouseover="window.status=1">', -1],
    ['on_mouseover', '<a onmouseover="show()">', 1],
    ['RightClick', '<body oncontextmenu="return false">', -1],
    ['RightClick', '<body>', 1],
    ['popUpWidnow', '<script>prompt("PIN")</script>', -1],
    ['popUpWidnow', '<script>open()</script>', 1],
    ['Iframe', '<iframe frameborder=0>', -1],
    ['Iframe', '<iframe width=300>', 1],
  ])('gives %s of %s as %i', async (name, html, expected) => {
    expect(featureOf(name, { page: found(await readPage(html, SITE_URL)) })).toBe(expected);
  });

  it.each(['http://shop.example/a-b', 'http://93.184.215.14/'])('withholds that %s has no hyphen', (url) => {
    expect(featureOf('Prefix_Suffix', { url: parsed(url) })).toBeNull();
  });

  it('says what is missing and why, and whether it may be had another time', () => {
    const away = missing('the page could not be had: no answer in time', true);
    const {
      features,
      missing: without,
      isPassing,
    } = uciFeatures(
      site({
        visit: away,
        redirects: away,
        page: away,
        hasAddress: missing('the DNS record could not be had', true),
        registration: found({ domain: 'shop.example' }),
      }),
    );
    expect(isPassing).toBe(true);
    expect(without).toHaveLength(6 + 2 + 10 + 1 + 2);
    expect(without).toContainEqual({ feature: 'Iframe', reason: away.missing });
    expect(without).toContainEqual({
      feature: 'age_of_domain',
      reason: 'the registry does not tell the date',
    });
    for (const { feature, reason } of without) {
      expect(features[feature]).toBeNull();
      expect(reason).toMatch(/\w+ \w+/);
    }
  });

  it('gives no value that the data set the model learns from does not hold', async () => {
    const observed = observedValues();
    const bodies = [
      '',
      own(60) + foreign(40),
      foreign(9),
      '<form><iframe hidden>',
      '<form action="//o.test/">',
    ];
    const pages = await Promise.all(bodies.map((html) => readPage(html, SITE_URL)));
    const sites: Partial<SiteFacts>[] = [
      {},
      visited('http://shop.example/'),
      visited(SITE_URL, false),
      registered(NOW, NOW),
      { hasAddress: found(false), registration: found(null), redirects: found(6) },
      ...[ofLength(60), 'http://a-b.c.https.example:81//x@y', 'http://1.1.1.1/', 'http://a.bit.ly/'].map(
        (url) => ({
          url: parsed(url),
        }),
      ),
      ...pages.map((page) => ({ page: found(page) })),
    ];
    for (const facts of sites) {
      for (const [name, value] of Object.entries(uciFeatures(site(facts)).features)) {
        if (value !== null) expect(observed.get(name), name).toContain(value);
      }
    }
  });
});

/** The values of each column in the data, some of which know fewer than the schema allows. */
function observedValues(): Map<string, Set<number>> {
  const file = new URL('../../../../datasets/uci-phishing-websites.csv.gz', import.meta.url);
  const [header = '', ...rows] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const observed = new Map(names.map((name) => [name, new Set<number>()]));
  for (const row of rows) {
    for (const [at, cell] of row.split(',').entries()) observed.get(names[at] ?? '')?.add(Number(cell));
  }
  return observed;
}
