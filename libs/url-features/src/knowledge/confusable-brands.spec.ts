import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brands } from './brand-catalogue.js';
import { confusableBrand } from './confusable-brands.js';
import { asciiForm, glance } from './skeleton.js';

const posesAs = (host: string) => brands[confusableBrand(domainToASCII(host))]?.title;

describe('confusableBrand', () => {
  it.each([
    ['paypa1', 'paypal'],
    ['secure-paypa1-login', 'paypal'],
    ['rnicrosoft', 'microsoft'],
    ['arnazon', 'amazon'],
    ['faceb00k', 'facebook'],
    ['lnstagram', 'instagram'],
    ['vvhatsapp', 'whatsapp'],
    // Cyrillic letters throughout, then one.
    ['\u0440\u0430\u0443\u0440\u0430\u04cf', 'paypal'],
    ['p\u0430ypal', 'paypal'],
    // Greek, accented, phonetic letters.
    ['g\u03bf\u03bfgle', 'google'],
    ['n\u00e8tfl\u00efx', 'netflix'],
    ['\u0251mazon-jp', 'amazon'],
  ])('%s poses as %s', (host, brand) => {
    expect(posesAs(host)).toBe(brand);
  });

  it.each(['paypal', 'paypal-help', 'example', 'emailphonedirectory', 'm\u00fcnchen', 'pypi', 'lng'])(
    '%s does not pose',
    (host) => {
      expect(posesAs(host)).toBeUndefined();
    },
  );
});

describe('asciiForm', () => {
  it('leaves ASCII as it is and marks what looks like no ASCII letter', () => {
    expect(asciiForm('paypal.example')).toBe('paypal.example');
    expect(asciiForm(domainToASCII('\u6771\u4eac.example'))).toBe('\u00b7\u00b7.example');
  });
});

describe('glance', () => {
  it('reads what is written alike alike', () => {
    expect(glance('paypa1')).toBe(glance('paypal'));
    expect(glance('paypai')).toBe(glance('paypal'));
    expect(glance('rnodern')).toBe(glance('modem'));
    expect(glance('clvv')).toBe('dw');
    expect(glance('paypal')).not.toBe(glance('paypel'));
  });
});
