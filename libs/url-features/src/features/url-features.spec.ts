import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import { describeReason, extractUrlFeatures, URL_FEATURES, urlFeatureNames } from './url-features.js';

function parsed(text: string): ParsedUrl {
  const result = parseUrl(text);
  if (isUrlProblem(result)) throw new Error(`${text}: ${result.code}`);
  return result;
}

function rowOf(text: string): Float32Array {
  const row = new Float32Array(URL_FEATURES.length);
  extractUrlFeatures(parsed(text), row, 0);
  return row;
}

function named(text: string): Record<string, number> {
  return Object.fromEntries(Array.from(rowOf(text), (value, index) => [urlFeatureNames[index], value]));
}

describe('URL_FEATURES', () => {
  it('names every feature once, with what it is and why it is there', () => {
    expect(new Set(urlFeatureNames).size).toBe(URL_FEATURES.length);
    for (const { name, description, why } of URL_FEATURES) {
      expect(name).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
      expect(description).toMatch(/^\S.{8,}/);
      expect(why).toMatch(/^\S.{20,}[^.]$/);
    }
  });
});

describe('extractUrlFeatures', () => {
  it.each([
    'example.com',
    'https://accounts.example.com:8443/a/b?x=1&y=2#z',
    'http://paypal.com.secure-login.example.tk/verify/account.php?u=http://bank.example',
    'http://0x7f.1/payload.exe',
    'https://user@xn--pypal-4ve.com//a%20b',
    'https://paypal.github.io/signin.html',
    'https://bit.ly/3aBcD9f',
  ])('keeps the row of %s', (text) => {
    expect(named(text)).toMatchSnapshot();
  });

  it('finds what it is named for', () => {
    const phishing = named(
      'http://user@paypal.com.secure-login.example.tk:81/verify//account.php?u=http%3A//b',
    );
    expect(phishing).toMatchObject({
      subdomain_depth: 3,
      port_given: 1,
      brand_in_subdomain: 1,
      suffix_in_subdomain: 1,
      userinfo: 1,
      double_slash_in_path: 1,
      url_in_url: 1,
      encoded_characters: 1,
      suffix_cheap: 1,
      urgency_words: 1,
      account_words: 1,
      file_script: 1,
      sensitive_words_in_host: 2,
    });
    const own = named('https://www.paypal.com/signin');
    expect(own).toMatchObject({
      brand_in_subdomain: 0,
      brand_in_domain: 0,
      sign_in_words: 1,
      open_hosting: 0,
      brand_is_owner: 1,
    });
    expect(named('https://paypal-help.com')).toMatchObject({ brand_in_domain: 1 });
    expect(named('https://paypal.github.io')).toMatchObject({ brand_elsewhere: 1, open_hosting: 1 });
    expect(named('https://s3.amazonaws.com')).toMatchObject({ brand_in_subdomain: 0, brand_in_domain: 0 });
    expect(named('http://a.example/PayPal/')).toMatchObject({ brand_in_path: 1 });
    expect(named('http://0x7f.1')).toMatchObject({ host_is_ip: 1, host_ip_disguised: 1, suffix_length: 0 });
    expect(named('http://bit.ly/x')).toMatchObject({ shortener: 1 });
  });

  it('writes one row at its offset and nothing beside it', () => {
    const width = URL_FEATURES.length;
    const out = new Float32Array(width * 3).fill(-7);
    extractUrlFeatures(parsed('example.com/a'), out, width);
    expect(out.subarray(0, width).every((value) => value === -7)).toBe(true);
    expect(out.subarray(width, width * 2)).toEqual(rowOf('example.com/a'));
    expect(out.subarray(width * 2).every((value) => value === -7)).toBe(true);
  });

  it('refuses a row that does not fit', () => {
    const out = new Float32Array(URL_FEATURES.length);
    expect(() => extractUrlFeatures(parsed('example.com'), out, 1)).toThrow(RangeError);
    expect(() => extractUrlFeatures(parsed('example.com'), out, -1)).toThrow(RangeError);
  });

  it('does not depend on what was read before', () => {
    const first = rowOf('example.com/login');
    rowOf(`http://1.2.3.4/${'%41login//'.repeat(500)}`);
    expect(rowOf('example.com/login')).toEqual(first);
  });
});

describe('describeReason', () => {
  it.each<[string, number, string, string]>([
    [
      'brand_in_subdomain',
      1,
      'http://paypal.com.example.tk/',
      '`paypal` stands in the subdomain, but the site is `example.tk`',
    ],
    [
      'brand_in_path',
      1,
      'http://a.example/apple-id',
      '`apple` stands in the path, but the site is `a.example`',
    ],
    [
      'brand_in_domain',
      1,
      'paypal-help.com',
      '`paypal-help.com` borrows the name `paypal`, but the site of `paypal` is `paypal.com`',
    ],
    [
      'userinfo',
      1,
      'http://bank.com@evil.tk',
      'What stands before the `@` is not the site; the site is `evil.tk`',
    ],
    ['host_is_ip', 1, 'http://0x7f.1/', 'The host is an IP address, `127.0.0.1`, not a name'],
    ['subdomain_depth', 2, 'a.b.example.com', '2 subdomains before `example.com`'],
    ['subdomain_depth', 0, 'example.com', 'No subdomains before `example.com`'],
    ['path_length', 0, 'example.com', 'The URL has no path: it names a home page'],
    ['sign_in_words', 1, 'a.example/login', 'The path speaks of signing in: `login`'],
    ['suffix_cheap', 1, 'a.tk', '`.tk` is an ending that is cheap and often abused'],
    ['file_download', 1, 'a.example/x.EXE', 'The URL leads to a file of the kind `.exe`'],
    ['no_such_feature', 3, 'a.example', 'no_such_feature is 3'],
  ])('%s = %d', (name, value, text, sentence) => {
    expect(describeReason(name, value, parsed(text))).toBe(sentence);
  });

  it('says different things of a high and a low value', () => {
    const url = parsed('http://user@paypal.com.secure-login.example.tk:81/verify//account.php?u=1');
    for (const { name } of URL_FEATURES) {
      if (['suffix_length'].includes(name)) continue;
      expect(describeReason(name, 40, url), name).not.toBe(describeReason(name, 0, url));
    }
  });

  it('quotes no more than a line of a long URL', () => {
    const url = parsed(`http://${'a'.repeat(60)}.${'b'.repeat(60)}.example.com/`);
    expect(describeReason('host_length', 130, url).length).toBeLessThan(120);
  });
});
