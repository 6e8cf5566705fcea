import { describe, expect, it } from 'vitest';
import { LETTER_TRIPLES, LEVELS, STEP, SYMBOLS } from './letter-triples.js';
import { countMixedScripts } from './scripts.js';
import { isCountryDomain, isRecentGenericDomain } from './top-level-domains.js';
import { measureUnlikeliness } from './unlikeliness.js';

const measure = (text: string) => ({ ...measureUnlikeliness(text, { mean: 0, rarest: 0 }) });

describe('measureUnlikeliness', () => {
  it.each(['wikipedia', 'rakuten', 'stackoverflow', 'sagawa', 'sparkasse', 'bancosantander', 'mercadolibre'])(
    'takes %s for a name',
    (name) => {
      expect(measure(name).mean).toBeLessThan(4.5);
    },
  );

  it.each(['kvnruld', 'qvaqpnt', 'lxzxgs', 'cfrwdvz', 'xkqjzvw'])('does not take %s for one', (name) => {
    expect(measure(name).mean).toBeGreaterThan(5);
  });

  it('is the mean of the table over the letters and the ends of words, without case', () => {
    const bits = (a: number, b: number, c: number) =>
      LEVELS.indexOf(LETTER_TRIPLES[(a * SYMBOLS + b) * SYMBOLS + c] as string) * STEP;
    const ab = [bits(0, 0, 1), bits(0, 1, 2), bits(1, 2, 0)];
    const z = [bits(0, 0, 26), bits(0, 26, 0)];
    const all = [...ab, ...z];
    const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
    expect(measure('--aB9z.').mean).toBeCloseTo(mean, 6);
    expect(measure('ab-Z')).toEqual({ mean: expect.closeTo(mean, 6), rarest: Math.max(...all) });
  });

  it('is 0 without letters', () => {
    expect(measure('')).toEqual({ mean: 0, rarest: 0 });
    expect(measure('12-[]@`{~')).toEqual({ mean: 0, rarest: 0 });
  });
});

describe('the table of letter triples', () => {
  it('holds a distribution after every two letters', () => {
    expect(LETTER_TRIPLES).toHaveLength(SYMBOLS ** 3);
    for (let context = 0; context < SYMBOLS ** 2; context++) {
      const row = LETTER_TRIPLES.slice(context * SYMBOLS, (context + 1) * SYMBOLS);
      const total = Array.from(row, (level) => 2 ** (-LEVELS.indexOf(level) * STEP)).reduce(
        (a, b) => a + b,
        0,
      );
      expect(total).toBeGreaterThan(0.85);
      expect(total).toBeLessThan(1.15);
    }
  });
});

describe('countMixedScripts', () => {
  it.each([
    ['example.com', 0],
    ['xn--bcher-kva.example', 0],
    ['xn--80ak6aa92e.com', 0],
    ['xn--pypal-4ve.com', 1],
    ['xn--r8jz45g.xn--zckzah', 0],
  ])('of %s is %d', (host, count) => {
    expect(countMixedScripts(host)).toBe(count);
  });
});

describe('kinds of top-level domains', () => {
  it('tells countries, early and recent generic ones apart', () => {
    expect(['jp', 'com', 'info', 'xyz', 'xn--p1ai', ''].map(isCountryDomain)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(['jp', 'com', 'info', 'xyz', ''].map(isRecentGenericDomain)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});
