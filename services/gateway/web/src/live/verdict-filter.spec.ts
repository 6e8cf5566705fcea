import type { UrlVerdict } from '@weir/client';
import { describe, expect, it } from 'vitest';
import { duration, rate } from './figures.js';
import { matching } from './verdict-filter.js';

const verdict = (url: string, reasons: string[] = []): UrlVerdict => ({
  id: url,
  url,
  verdict: 'malicious',
  probability: 0.9,
  model: { name: 'url', version: 1 },
  reasons,
  classifiedAt: '2026-03-05T12:00:00Z',
});

describe('matching', () => {
  const verdicts = [
    verdict('http://PayPal.example.tk/verify'),
    verdict('http://b.example/', ['the host is a bare IP address']),
  ];
  const found = (text: string): string[] => matching(verdicts, text).map(({ url }) => url);

  it('finds parts of URLs and reasons, in any case', () => {
    expect(found('paypal')).toEqual(['http://PayPal.example.tk/verify']);
    expect(found(' IP address ')).toEqual(['http://b.example/']);
    expect(found('nowhere')).toEqual([]);
  });

  it('finds what was copied from the page, defanged', () => {
    expect(found('hxxp://paypal[.]example[.]tk')).toEqual(['http://PayPal.example.tk/verify']);
  });

  it('keeps the very list where nothing is asked for', () => {
    expect(matching(verdicts, '  ')).toBe(verdicts);
  });
});

describe('figures', () => {
  it.each([
    [0.42, '0.4 ms'],
    [9, '9 ms'],
    [48.4, '48 ms'],
    [1_420, '1.4 s'],
    [150_000, '3 min'],
  ])('writes %d ms as %s', (ms, text) => expect(duration(ms)).toBe(text));

  it.each([
    [0.44, '0.4'],
    [3, '3'],
    [12.6, '13'],
    [3_400, '3,400'],
  ])('writes %d a second as %s', (value, text) => expect(rate(value)).toBe(text));
});
