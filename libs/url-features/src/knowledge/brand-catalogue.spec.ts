import { parse } from 'tldts';
import { describe, expect, it } from 'vitest';
import { brandNames, brandSites, brands } from './brand-catalogue.js';
import { countForeignBrands, firstForeignBrand, foreignBrandNames, isBrandName } from './brand-matching.js';

const brand = (title: string) => brands.findIndex((each) => each.title === title);

describe('the catalogue', () => {
  it('names each name once, in letters and digits', () => {
    const names = brandNames.map(({ text }) => text);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9]{2,}$/.test(name))).toEqual([]);
    expect(brands.length).toBeGreaterThan(350);
  });

  it('gives every brand a site that can be registered', () => {
    for (const { title, site } of brands) {
      expect(parse(site, { allowPrivateDomains: false }).isIcann, title).toBe(true);
    }
  });

  it.each([
    ['paypal.com', 'paypal'],
    ['microsoftonline.com', 'microsoft'],
    ['google.co.jp', 'google'],
    ['amazon.co.jp', 'amazon'],
    ['smbc-card.com', 'smbc'],
    ['eki-net.com', 'ekinet'],
    ['royalmail.com', 'royalmail'],
  ])('%s belongs to %s', (domain, title) => {
    expect(brands[brandSites.get(domain) ?? -1]?.title).toBe(title);
  });

  it('gives nobody what it does not know', () => {
    expect(brandSites.has('paypal-help.com')).toBe(false);
    expect(brandSites.has('')).toBe(false);
  });
});

describe('brand matching', () => {
  it('leaves out the owner', () => {
    expect(countForeignBrands('paypal.amazon', brand('paypal'))).toBe(1);
    expect(brands[firstForeignBrand('paypal.amazon', brand('paypal'))]?.title).toBe('amazon');
    expect(foreignBrandNames('paypal-amazon-paypal', -1)).toEqual(['paypal', 'amazon']);
    expect(firstForeignBrand('example', -1)).toBe(-1);
    expect(countForeignBrands('', -1)).toBe(0);
  });

  it('takes words of everyday language for brands only between separators', () => {
    expect(foreignBrandNames('apple-id', -1)).toEqual(['apple']);
    expect(foreignBrandNames('pineapple', -1)).toEqual([]);
    expect(foreignBrandNames('interactive-revolution', -1)).toEqual([]);
  });

  it('tells a name from what holds one', () => {
    expect(isBrandName('paypal')).toBe(true);
    expect(isBrandName('paypal1')).toBe(false);
  });
});
