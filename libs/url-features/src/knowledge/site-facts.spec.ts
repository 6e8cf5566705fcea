import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import { brands } from './brand-catalogue.js';
import { HOST_CLASS } from './host-classes.js';
import { readSite, type SiteFacts } from './site-facts.js';

function factsOf(text: string): SiteFacts {
  const parsed = parseUrl(text);
  if (isUrlProblem(parsed)) throw new Error(`${text}: ${parsed.code}`);
  return readSite(parsed);
}

describe('the owner of a site', () => {
  it.each<[string, string | undefined]>([
    ['https://login.microsoftonline.com/common', 'microsoft'],
    ['https://docs.google.com/forms/d/e/x', 'google'],
    ['https://www.tax.service.gov.uk/sign-in', 'hmrc'],
    ['https://paypal.github.io', undefined],
    ['https://evil.web.app', undefined],
    ['https://paypal.com.evil.example', undefined],
    ['http://127.0.0.1/paypal.com', undefined],
  ])('of %s', (text, title) => {
    expect(brands[factsOf(text).owner]?.title).toBe(title);
  });
});

describe('the classes of a host', () => {
  it.each<[string, number]>([
    ['docs.google.com', HOST_CLASS.openHosting],
    ['deep.sites.google.com', HOST_CLASS.openHosting],
    ['google.com', 0],
    ['evil.weebly.com', HOST_CLASS.openHosting],
    ['deep.evil.weebly.com', HOST_CLASS.openHosting],
    ['weebly.com', 0],
    ['login.wix.com', 0],
    ['notweebly.com', 0],
    ['bit.ly', HOST_CLASS.shortener],
    ['x.duckdns.org', HOST_CLASS.dynamicDns],
    ['a-b.ngrok-free.app', HOST_CLASS.tunnel],
    ['github.com', HOST_CLASS.codeOrDocuments],
    ['en.wikipedia.org', HOST_CLASS.codeOrDocuments],
    ['example.com', 0],
    ['com', 0],
  ])('of %s', (host, expected) => {
    expect(factsOf(host).classes).toBe(expected);
  });

  it('are those of its last labels where it has many', () => {
    expect(factsOf(`${'a.'.repeat(120)}evernote.com`).classes).toBe(HOST_CLASS.openHosting);
  });
});

describe('a site open to anyone', () => {
  it.each([
    'https://docs.google.com/a',
    'https://x.github.io',
    'https://bit.ly/a',
    'https://google.com/url?q=a',
  ])('is %s', (text) => {
    expect(factsOf(text).isOpen).toBe(true);
  });

  it.each(['https://accounts.google.com', 'https://paypal.com', 'https://example.com'])(
    'is not %s',
    (text) => {
      expect(factsOf(text).isOpen).toBe(false);
    },
  );

  it.each<[string, boolean]>([
    ['https://www.google.com/url?q=http://evil.example', true],
    ['https://www.google.com/urls', false],
    ['https://www.dropbox.com/s/abc/file.htm', true],
    ['https://www.dropbox.com/login', false],
    ['https://www.google.com/', false],
    ['https://example.com/url', false],
  ])('by the path of %s: %s', (text, expected) => {
    expect(factsOf(text).isOpenPath).toBe(expected);
  });
});

describe('the good name of a site', () => {
  it('is higher for what is more linked', () => {
    expect(factsOf('https://www.google.com').rankBucket).toBe(4);
    expect(factsOf('https://cisco.com').rankBucket).toBe(1);
    expect(factsOf('https://en.wikipedia.org/wiki/Phishing').rankBucket).toBeGreaterThan(1);
    expect(factsOf('https://a.example').rankBucket).toBe(0);
  });

  it("is a known company's", () => {
    expect(factsOf('https://www.intel.com').isCompany).toBe(true);
    expect(factsOf('https://intel.com.a.example').isCompany).toBe(false);
  });

  it('is not that of the URL before', () => {
    factsOf('https://www.google.com/url');
    expect(factsOf('https://a.example/url')).toEqual({
      classes: 0,
      isRented: false,
      isOpenPath: false,
      isOpen: false,
      owner: -1,
      isCompany: false,
      rankBucket: 0,
    });
  });
});
