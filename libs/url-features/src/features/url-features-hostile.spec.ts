import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_URL, parseUrl } from '../parse/parse-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import { countWork } from '../testing/string-work.js';
import { describeReason, extractUrlFeatures, URL_FEATURES, urlFeatureNames } from './url-features.js';

/** What a URL is filled with: each is the worst for somebody's loop. */
const UNITS = (
  'a aaaab aB1 f0 - . a. /~a //a /. /a.b \\ @ a@b. % %4 %41 %25 %2e %40 %%34%31 http: www. & &amp; amp; &a= utm_a& ? # ' +
  'login paypal paypa1- YUBiLmNv 2f1acc6c- \u00fc \u{1F600} xn--'
).split(' ');

const FRAMES: Record<string, (filling: string) => string> = {
  path: (filling) => `http://a.example/${filling}`,
  query: (filling) => `http://a.example/?${filling}`,
  fragment: (filling) => `http://a.example/#${filling}`,
  userinfo: (filling) => `http://${filling}@a.example/`,
  'the slashes before the host': (filling) => `http:/${filling}/a.example/`,
  host: (filling) => `http://${filling}.example/`,
  'host, as long as DNS allows': (filling) =>
    `http://${filling.slice(0, 60)}.${filling.slice(0, 60)}.example/`,
  everything: (filling) => filling,
};

function fill(frame: (filling: string) => string, unit: string, length: number): string {
  const room = length - frame('').length;
  return frame(unit.repeat(Math.floor(room / unit.length)));
}

const row = new Float32Array(URL_FEATURES.length);

function read(text: string): boolean {
  const url = parseUrl(text);
  if (isUrlProblem(url)) return false;
  extractUrlFeatures(url, row, 0);
  return true;
}

/** Steps over text a character of it, for everything together. */
const STEPS_A_CHARACTER = 250;

describe('hostile input of 64 KiB', () => {
  it.each(Object.entries(FRAMES))('in %s costs what its length costs', (_, frame) => {
    for (const unit of UNITS) {
      const half = countWork(() => read(fill(frame, unit, LONGEST_URL / 2)));
      const whole = countWork(() => read(fill(frame, unit, LONGEST_URL)));
      expect(whole.steps, unit).toBeLessThan(2.2 * half.steps + 10_000);
      expect(whole.steps, unit).toBeLessThan(STEPS_A_CHARACTER * LONGEST_URL);
      expect(row.every(Number.isFinite), unit).toBe(true);
    }
  });

  it('is read by no regular expression that could backtrack', () => {
    for (const frame of Object.values(FRAMES)) {
      for (const unit of UNITS) {
        const { patterns } = countWork(() => read(fill(frame, unit, 2000)));
        for (const pattern of patterns) {
          expect(pattern.replaceAll(/\\p\{[^}]*\}/g, '')).not.toMatch(/(?<!\\)[*+{|(]/);
        }
      }
    }
  });

  it('is told of in sentences of a line', () => {
    for (const unit of UNITS) {
      const url = parseUrl(fill((filling) => `http://a.example/${filling}?${filling}`, unit, 20_000));
      if (isUrlProblem(url)) continue;
      for (const name of urlFeatureNames) expect(describeReason(name, 1, url).length, name).toBeLessThan(400);
    }
  });
});

const webUrls = fc.webUrl({ withFragments: true, withQueryParameters: true });

/** A URL with a few of its characters replaced, removed or doubled. */
const mutatedUrls = fc
  .tuple(
    webUrls,
    fc.array(
      fc.record({
        at: fc.nat(80),
        remove: fc.nat(3),
        insert: fc.oneof(fc.constantFrom(...UNITS), fc.string({ unit: 'binary', maxLength: 3 })),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([url, edits]) =>
    edits.reduce((text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove), url),
  );

describe('any text', () => {
  it('gives a problem or finite numbers and sentences', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      webUrls,
      mutatedUrls,
      fc.tuple(fc.domain(), fc.string({ unit: 'binary' })).map(([domain, rest]) => `${domain}/${rest}`),
      fc.ipV4Extended().map((address) => `http://${address}/`),
      fc.ipV6().map((address) => `http://[${address}]/x`),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const url = parseUrl(text);
        if (isUrlProblem(url)) return;
        extractUrlFeatures(url, row, 0);
        expect(row.every(Number.isFinite)).toBe(true);
        for (const [index, name] of urlFeatureNames.entries()) {
          expect(describeReason(name, row[index] as number, url)).not.toMatch(/undefined|NaN|``/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
