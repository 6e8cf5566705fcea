import { readFileSync } from 'node:fs';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { describe, expect, it } from 'vitest';
import { fileClassifier } from './file-classifier.js';

const STARTER = new URL('../../../training/starter/url.safetensors', import.meta.url);

function parsed(url: string): ParsedUrl {
  const found = parseUrl(url);
  if (isUrlProblem(found)) throw new Error(found.message);
  return found;
}

describe('fileClassifier', () => {
  it('judges with the file alone, in order, and tells why', () => {
    const classify = fileClassifier(readFileSync(STARTER));
    const urls = ['http://paypal.com.secure-login.example.tk/verify', 'https://www.wikipedia.org/'];
    const [first, second] = classify(urls.map(parsed), 'exact');
    expect(first?.verdict).not.toBe('safe');
    expect(first?.reasons.length).toBeGreaterThan(0);
    expect(second?.verdict).toBe('safe');
  });

  it('refuses what is no artifact', () => {
    expect(() => fileClassifier(Buffer.from('no model'))).toThrow();
  });
});
