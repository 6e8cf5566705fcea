import { MAX_URL_LENGTH } from '@weir/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_URL, parseUrl, registrableDomain } from './parse-url.js';
import type { ParsedUrl } from './parsed-url.js';
import { isUrlProblem, type UrlProblemCode } from './url-problem.js';

function parsed(text: string): ParsedUrl {
  const result = parseUrl(text);
  if (isUrlProblem(result)) throw new Error(`${text}: ${result.code}`);
  return result;
}

describe('parseUrl', () => {
  it('reads every part once, canonically', () => {
    expect(parsed('HTTPS://user:secret@WWW.Shop.Example.co.uk.:8443/A//b/?x=1&y#top')).toEqual({
      kind: 'url',
      text: 'HTTPS://user:secret@WWW.Shop.Example.co.uk.:8443/A//b/?x=1&y#top',
      href: 'https://user:secret@www.shop.example.co.uk.:8443/A//b/?x=1&y#top',
      canonical: 'shop.example.co.uk:8443/A//b?x=1&y#top',
      host: 'shop.example.co.uk',
      port: 8443,
      path: '/A//b',
      query: 'x=1&y',
      fragment: 'top',
      hasUserinfo: true,
      isIp: false,
      isIpDisguised: false,
      disagreement: { host: false, path: false, atSigns: 1, slashes: false },
      registrableDomain: 'example.co.uk',
      publicSuffix: 'co.uk',
      isPrivateSuffix: false,
      domainLabel: 'example',
      subdomain: 'shop',
    });
  });

  it.each([
    ['example.com', 'example.com'],
    ['example.com/login', 'example.com/login'],
    ['example.com:8080/login', 'example.com:8080/login'],
    ['localhost:3000', 'localhost:3000'],
    ['//cdn.example.com/a.js', 'cdn.example.com/a.js'],
    ['user:password@example.com/x', 'example.com/x'],
    ['http:example.com', 'example.com'],
    ['http:\\\\example.com\\a', 'example.com/a'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['www.com', 'www.com'],
    ['www.www.example.com', 'example.com'],
    ['http://[2001:DB8::1]:8080/x', '[2001:db8::1]:8080/x'],
  ])('takes %s as %s', (text, canonical) => {
    expect(parsed(text).canonical).toBe(canonical);
  });

  it.each<[string, UrlProblemCode]>([
    ['', 'empty'],
    ['a'.repeat(LONGEST_URL + 1), 'tooLong'],
    ['http://example.com/a b', 'whitespace'],
    [' http://example.com', 'whitespace'],
    ['http://example.com\n', 'whitespace'],
    ['http://example.com/\u00a0', 'whitespace'],
    ['http://exa\u2028mple.com/', 'whitespace'],
    ['http://example.com/\u0000', 'controlCharacter'],
    ['\u007fexample.com', 'controlCharacter'],
    ['ftp://example.com/file', 'unsupportedScheme'],
    ['hxxp://example.com', 'unsupportedScheme'],
    ['javascript:alert(1)', 'unsupportedScheme'],
    ['mailto:someone@example.com', 'unsupportedScheme'],
    ['data:text/html,<b>', 'unsupportedScheme'],
    ['http://', 'malformed'],
    ['/login.php', 'malformed'],
    ['?x=1', 'malformed'],
    ['http://example.com:99999/', 'malformed'],
    ['http://1.2.3.4.5/', 'malformed'],
    ['http://xn--a-ecp.ru/%', 'malformed'],
    ['http://xn--/', 'malformed'],
    ['http://www.xn--ls8h=.xn--ls8h.la/', 'malformed'],
    ['{"url":1}', 'malformed'],
    ['{"url"}', 'invalidHost'],
    ['http://a..b.com/', 'invalidHost'],
    [`http://${'a'.repeat(64)}.com/`, 'invalidHost'],
    [`http://${'a.'.repeat(127)}com/`, 'invalidHost'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseUrl(text)).toMatchObject({ kind: 'problem', code, message: expect.stringMatching(/\w/) });
  });

  it.each([
    ['http://127.0.0.1/', false],
    ['127.0.0.1:8080', false],
    ['http://0x7f.1/127.0.0.1', true],
    ['http://2130706433/', true],
    ['http://user@0177.0.0.1:81/', true],
    ['http://127.1/', true],
    ['http://[::1]/', false],
  ])('knows the address in %s, disguised: %s', (text, disguised) => {
    expect(parsed(text)).toMatchObject({ isIp: true, isIpDisguised: disguised, publicSuffix: '' });
  });

  it('takes no name for an address', () => {
    expect(parsed('http://4.example.c0m').isIp).toBe(false);
    expect(parsed('http://1e100.net').isIp).toBe(false);
  });

  it('accepts what the contract accepts', () => {
    expect(LONGEST_URL).toBe(MAX_URL_LENGTH);
    expect(parsed(`example.com/${'a'.repeat(LONGEST_URL - 12)}`).canonical).toHaveLength(LONGEST_URL);
  });

  it('never throws, and its canonical form reads as itself', () => {
    const webUrls = fc.webUrl({ withFragments: true, withQueryParameters: true });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), webUrls), (text) => {
        const first = parseUrl(text);
        if (isUrlProblem(first)) return;
        expect(parsed(`http://${first.canonical}`).canonical).toBe(first.canonical);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('registrableDomain', () => {
  it.each([
    ['https://a.b.example.co.uk/', 'example.co.uk'],
    ['https://evil.github.io/', 'evil.github.io'],
    ['https://www.blogspot.com/', 'blogspot.com'],
    ['http://10.0.0.1/', '10.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['http://localhost/', 'localhost'],
    ['http://host.unknownsuffix/', 'host.unknownsuffix'],
    ['http://com/', 'com'],
  ])('of %s is %s', (text, expected) => {
    expect(registrableDomain(parsed(text))).toBe(expected);
  });
});
