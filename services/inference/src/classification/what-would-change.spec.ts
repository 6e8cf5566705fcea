import { type ParsedUrl, parseUrl } from '@weir/url-features';
import { describe, expect, it } from 'vitest';
import { additions, removals } from './url-edits.js';
import { whatWouldChange as changesOf, type JudgedUrl, type ScoreUrls } from './what-would-change.js';

const parsed = (text: string) => parseUrl(text) as ParsedUrl;
const artifact = { thresholds: { malicious: 0.8, suspicious: 0.4 } };
const badIf = (isBad: (url: ParsedUrl) => boolean) => (urls: readonly ParsedUrl[]) =>
  Float32Array.from(urls, (each) => (isBad(each) ? 0.9 : 0.1));

function whatWouldChange(
  url: ParsedUrl,
  judged: Pick<JudgedUrl, 'verdict' | 'probability'>,
  of: typeof artifact,
  score: ScoreUrls,
) {
  const [change] = changesOf([{ ...judged, parsed: url }], of, score);
  return change as NonNullable<typeof change>;
}

describe('whatWouldChange', () => {
  it('tries the variants of many URLs together, and of each no more than it must', () => {
    const flagged = { verdict: 'malicious', probability: 0.9 } as const;
    const urls = ['http://example.top/a', 'http://login.example.com/', 'http://example.com/a?b'];
    const judged = urls.map((url) => ({ ...flagged, parsed: parsed(url) }));
    const asked: string[][] = [];
    const isBad = badIf(({ query, path }) => query === '' && path !== '');
    const changes = changesOf(judged, artifact, (variants) => {
      asked.push(variants.map(({ href }) => href));
      return isBad(variants);
    });
    expect(changes.map(({ url }) => url)).toEqual([
      'hxxps://example[.]top/',
      'hxxps://example[.]com/',
      'hxxps://example[.]com/',
    ]);
    expect(asked.map((each) => each.length)).toEqual([3, 1]);
  });

  it('tells the smallest change that clears a flagged URL, defanged', () => {
    const url = parsed('http://login.shop.example.top:8080/verify.php?id=1');
    const flagged = { verdict: 'malicious', probability: 0.9 } as const;
    expect(
      whatWouldChange(
        url,
        flagged,
        artifact,
        badIf(({ subdomain }) => subdomain !== ''),
      ),
    ).toEqual({
      sentence: 'It would be safe without the subdomain `login.shop` (probability 0.10)',
      url: 'hxxps://example[.]top:8080/verify[.]php?id=1',
      verdict: 'safe',
      probability: Math.fround(0.1),
    });
  });

  it('says what was tried where nothing would do', () => {
    const flagged = { verdict: 'malicious', probability: 0.9 } as const;
    const { sentence, url } = whatWouldChange(
      parsed('http://example.top/a'),
      flagged,
      artifact,
      badIf(() => true),
    );
    expect(url).toBeUndefined();
    expect(sentence).toBe(
      'It stays malicious (now 0.90) after each change that was tried: without its path; under `.com` in place of `.top`',
    );
    expect(
      whatWouldChange(
        parsed('example.com'),
        flagged,
        artifact,
        badIf(() => true),
      ).sentence,
    ).toContain('Its name alone decides');
  });

  it('tells what would make a safe URL look bad', () => {
    const safe = { verdict: 'safe', probability: 0.001 } as const;
    const change = whatWouldChange(
      parsed('https://example.org/news'),
      safe,
      artifact,
      badIf(({ subdomain }) => subdomain !== ''),
    );
    expect(change).toMatchObject({
      sentence: 'It would be malicious with the subdomain `account-verify` (probability 0.90)',
      verdict: 'malicious',
    });
  });
});

describe('the changes tried', () => {
  it('are URLs that can be read, for names and addresses alike', () => {
    const urls = [
      'http://[2001:db8::1]:81/x?y#z',
      'http://192.0.2.7/',
      'evil.github.io/a',
      'localhost',
      'co.uk',
      'a.b.c.d.example',
    ];
    for (const url of urls) {
      for (const { parsed: variant, what } of [...removals(parsed(url)), ...additions(parsed(url))]) {
        expect([variant.kind, what.length > 0]).toEqual(['url', true]);
        expect(variant.canonical).not.toBe(parsed(url).canonical);
      }
    }
  });
});
