import type { FeatureContribution, TermModel } from '@weir/learning';
import { type ParsedUrl, parseUrl, TERM_BLOCK_SIZE, TERM_BLOCKS, TERM_HASHING } from '@weir/url-features';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from './reasons.js';

const url = parseUrl('http://paypal.evil.example/login.php') as ParsedUrl;
const contributions = (...all: [string, number][]): FeatureContribution[] =>
  all.map(([feature, contribution]) => ({ feature, value: 1, contribution }));
const strong: [string, number][] = [
  ['brand_in_subdomain', 4],
  ['sign_in_words', -3],
  ['path_depth', 2],
  ['dots', 1.5],
  ['suffix_cheap', 0.1],
  ['shortener', 0.05],
];

describe('sentencesOf', () => {
  it('tells what speaks for a flagged verdict, the strongest first, and passes over what speaks against it', () => {
    const sentences = sentencesOf(contributions(...strong), 'malicious', url, {});
    expect(sentences[0]).toBe('`paypal` stands in the subdomain, but the site is `evil.example`');
    expect(sentences).toHaveLength(3);
  });

  it('tells what speaks for safety where a URL is safe', () => {
    expect(sentencesOf(contributions(...strong), 'safe', url, {})).toHaveLength(1);
  });

  it('tells weak reasons up to three, strong ones up to five, and none twice', () => {
    const weak = contributions(
      ['brand_in_subdomain', 9],
      ['suffix_cheap', 0.1],
      ['shortener', 0.1],
      ['dots', 0.1],
    );
    expect(sentencesOf(weak, 'suspicious', url, {})).toHaveLength(3);
    const many = [
      'brand_in_subdomain',
      'path_depth',
      'dots',
      'suffix_cheap',
      'shortener',
      'tunnel',
      'open_path',
    ];
    const even = contributions(...many.map((name): [string, number] => [name, 1]));
    expect(sentencesOf(even, 'malicious', url, {})).toHaveLength(5);
    expect(sentencesOf([...even.slice(0, 1), ...even.slice(0, 1)], 'malicious', url, {})).toHaveLength(1);
  });

  it('quotes the part that the term model makes most of', () => {
    const terms: TermModel = {
      hashing: TERM_HASHING,
      blocks: TERM_BLOCKS,
      blockSize: TERM_BLOCK_SIZE,
      cost: 8,
      intercept: 0,
      weights: new Int8Array(2 * TERM_BLOCK_SIZE).fill(1),
      scales: Float64Array.of(0.5, 0.5),
    };
    const [host, path] = sentencesOf(contributions(['host_terms', 2], ['path_terms', 1]), 'malicious', url, {
      terms,
    });
    expect(host).toBe('`paypal.evil.example` in the host is spelled like names of phishing sites');
    expect(path).toBe('`login.php` after the host is typical of phishing links');
    const [safe] = sentencesOf(contributions(['host_terms', -2]), 'safe', url, { terms });
    expect(safe).toBe('The name `evil.example` is spelled like those of ordinary sites');
  });
});
