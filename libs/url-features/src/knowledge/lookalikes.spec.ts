import { describe, expect, it } from 'vitest';
import { brandNames, brands } from './brand-catalogue.js';
import { nearestBrand, nearestShortBrand } from './lookalikes.js';

function near(host: string): [brand: string | undefined, distance: number, word: string] {
  const { brand, distance, word } = nearestBrand(host, { brand: -1, distance: 0, word: '' });
  return [brands[brand]?.title, distance, word];
}

describe('nearestBrand', () => {
  it.each([
    ['paypaI'.toLowerCase(), 'paypal', 1, 'paypai'],
    ['amaozn', 'amazon', 1, 'amaozn'],
    ['login.anazom', 'amazon', 2, 'anazom'],
    ['secure-rakutan-jp', 'rakuten', 1, 'rakutan'],
    ['microsft', 'microsoft', 1, 'microsft'],
    ['whattsapp', 'whatsapp', 1, 'whattsapp'],
    ['bankofamrica', 'bankofamerica', 1, 'bankofamrica'],
  ])('%s is near %s', (host, brand, distance, word) => {
    expect(near(host)).toEqual([brand, distance, word]);
  });

  it.each(['paypal', 'amazon-update', 'example', 'finance', 'support', 'mail', 'online', 'shop', ''])(
    '%j is near none',
    (host) => {
      expect(near(host)).toEqual([undefined, 0, '']);
    },
  );

  it('never calls the name of a brand a lookalike of another', () => {
    for (const { text } of brandNames) expect(near(text), text).toEqual([undefined, 0, '']);
  });

  it('prefers the nearer of two, and reads at most twelve words', () => {
    expect(near('anazom-amazom')[1]).toBe(1);
    expect(near(`${'plain-'.repeat(11)}amazom`)[1]).toBe(1);
    expect(near(`${'plain-'.repeat(12)}amazom`)[1]).toBe(0);
  });
});

describe('nearestShortBrand', () => {
  const title = (host: string) =>
    brands[nearestShortBrand(host, { brand: -1, distance: 0, word: '' }).brand]?.title;

  it.each([
    ['smdc', 'smbc'],
    ['login.kdda', 'auone'],
    ['aeeon-card', 'aeon'],
    ['appie', 'apple'],
    ['usp5', 'usps'],
  ])('%s is near %s', (host, brand) => {
    expect(title(host)).toBe(brand);
  });

  it.each(['smbc', 'card', 'mail', 'japan', 'smbcabc', 'abc', ''])('%j is near none', (host) => {
    expect(title(host)).toBeUndefined();
  });
});
