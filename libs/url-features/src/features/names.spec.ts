import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import type { ParsedUrl } from '../parse/parsed-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import {
  createUrlFeatureExtractor,
  describeReason,
  extractUrlFeatures,
  URL_FEATURES,
  urlFeatureNames,
} from './url-features.js';

const FAMILIES = ['deception', 'hosting', 'reputation'];
const columns = URL_FEATURES.filter(({ family }) => FAMILIES.includes(family)).map(({ name }) => name);

function parsed(text: string): ParsedUrl {
  const result = parseUrl(text);
  if (isUrlProblem(result)) throw new Error(`${text}: ${result.code}`);
  return result;
}

function named(text: string, extract = extractUrlFeatures): Record<string, number> {
  const row = new Float32Array(URL_FEATURES.length);
  extract(parsed(text), row, 0);
  return Object.fromEntries(columns.map((name) => [name, row[urlFeatureNames.indexOf(name)] as number]));
}

/** The columns about names that are not 0, those of every site left out. */
function said(text: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(named(text)).filter(
      ([name, value]) => value !== 0 && name !== 'suffix_length' && name !== 'suffix_classic',
    ),
  );
}

describe('who owns the names in a URL', () => {
  it.each<[string, Record<string, number>]>([
    ['https://paypal.com.evil.example/x', { brand_in_subdomain: 1, suffix_in_subdomain: 1 }],
    ['https://paypa1.com/', { brand_lookalike: 2, brand_confusable: 1 }],
    [
      `https://${domainToASCII('\u0440\u0430\u0443\u0440\u0430\u04cf.com')}`,
      { brand_lookalike: 2, brand_confusable: 1 },
    ],
    ['https://paypal-help.com', { brand_in_domain: 1 }],
    ['https://paypal.xyz', { brand_elsewhere: 1, suffix_cheap: 1 }],
    ['https://evil.example/chase/login.php', { brand_in_path: 1 }],
    ['https://paypal.web.app', { brand_elsewhere: 1, open_hosting: 1 }],
    ['https://www.amaozn.example', { brand_lookalike: 2 }],
    ['https://docs.google.com/forms/d/e/abc/viewform', { open_hosting: 1 }],
    ['https://kit.ngrok-free.app', { open_hosting: 1, tunnel: 1 }],
    ['https://someone.duckdns.org', { open_hosting: 1, dynamic_dns: 1 }],
    ['https://bit.ly/3aBcD9f', { shortener: 1, suffix_cheap: 1 }],
    ['https://www.google.com/url?q=http://evil.example', { open_path: 1, url_in_url: 1 }],
    ['https://university.ac.uk/', { suffix_restricted: 1 }],
    ['https://my-gardening-notes.example/2021/roses', {}],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    'https://login.microsoftonline.com/common/oauth2/authorize',
    'https://www.paypal.com/signin?returnUri=https%3A%2F%2Fpaypal.com',
    'https://accounts.google.com/ServiceLogin?service=mail&gmail=1',
    'https://www.amazon.co.jp/ap/signin/amazon',
    'https://www.smbc-card.com/mem/smbc/index.jsp',
  ])("%s is its owner's, who may name himself", (text) => {
    expect(named(text)).toMatchObject({
      brand_in_subdomain: 0,
      brand_in_path: 0,
      brand_in_domain: 0,
      brand_elsewhere: 0,
      brand_confusable: 0,
      brand_is_owner: 1,
    });
  });

  it('says so in words', () => {
    const sentence = (name: string, value: number, text: string) => describeReason(name, value, parsed(text));
    expect(sentence('brand_lookalike', 2, 'amaozn.top')).toBe(
      '`amaozn` nearly spells a brand: the site of `amazon` is `amazon.com`',
    );
    expect(sentence('brand_confusable', 1, 'paypa1.com')).toBe(
      "`paypa1.com` looks like a brand's name and is not: the site of `paypal` is `paypal.com`",
    );
    expect(sentence('brand_elsewhere', 1, 'paypal.xyz')).toBe(
      '`paypal.xyz` bears the name `paypal`, but the site of `paypal` is `paypal.com`',
    );
    expect(sentence('brand_is_owner', 1, 'https://login.microsoftonline.com')).toBe(
      "`microsoftonline.com` is `microsoft`'s own site",
    );
  });
});

describe('createUrlFeatureExtractor', () => {
  const forgetful = createUrlFeatureExtractor({ reputation: false });

  it('forgets what lists know of a site, and nothing else', () => {
    const remembered = named('https://accounts.google.com/signin');
    const forgotten = named('https://accounts.google.com/signin', forgetful);
    for (const { name, family } of URL_FEATURES) {
      if (!columns.includes(name)) continue;
      expect(forgotten[name], name).toBe(family === 'reputation' ? 0 : remembered[name]);
    }
    expect(remembered).toMatchObject({ brand_is_owner: 1, known_site_rank: 4 });
  });

  it('gives the same row for sites that no list knows', () => {
    const text = 'https://my-gardening-notes.example/2021/roses';
    expect(named(text, forgetful)).toEqual(named(text));
    expect(createUrlFeatureExtractor()).toBe(extractUrlFeatures);
  });

  it('writes at its offset only', () => {
    const out = new Float32Array(URL_FEATURES.length * 2 + 1).fill(-7);
    forgetful(parsed('https://paypal.com'), out, URL_FEATURES.length);
    expect(out.subarray(0, URL_FEATURES.length).every((value) => value === -7)).toBe(true);
    expect(out.at(-1)).toBe(-7);
    expect(out.subarray(URL_FEATURES.length, -1).includes(-7)).toBe(false);
  });
});

describe('hostile names', () => {
  const label = fc.oneof(
    fc.constantFrom(
      'paypal',
      'paypa1',
      'xn--pypal-4ve',
      'amaozn',
      'rnrnrn',
      'com',
      '-',
      'a'.repeat(63),
      '1l1l',
    ),
    fc.string({
      unit: fc.constantFrom('r', 'n', 'v', 'c', 'l', '1', '0', '-', '_', 'a'),
      minLength: 1,
      maxLength: 30,
    }),
  );

  it('give finite numbers and sentences', () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 20 }), (labels) => {
        const url = parseUrl(`http://${labels.join('.')}.com/${labels.join('/')}`);
        if (isUrlProblem(url)) return;
        const row = new Float32Array(URL_FEATURES.length);
        extractUrlFeatures(url, row);
        expect(row.every(Number.isFinite)).toBe(true);
        for (const name of columns) {
          const sentence = describeReason(name, row[urlFeatureNames.indexOf(name)] as number, url);
          expect(sentence).not.toMatch(/undefined|NaN|``/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['paypal', 'paypal/', 'rnicrosoft.', 'xn--', 'google.com/url?q='])('64 KiB of %j end', (unit) => {
    const filling = unit.repeat(Math.floor(65_000 / unit.length));
    for (const text of [
      `http://a.example/${filling}`,
      `http://a.example/?${filling}`,
      `http://${filling}@a.example/`,
    ]) {
      const row = new Float32Array(URL_FEATURES.length);
      extractUrlFeatures(parsed(text), row);
      expect(row.every(Number.isFinite)).toBe(true);
    }
  });
});
