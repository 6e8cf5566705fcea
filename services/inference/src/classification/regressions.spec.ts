import { readFileSync } from 'node:fs';
import { decodeArtifact } from '@weir/learning';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { describe, expect, it } from 'vitest';
import { serve } from '../testing/served-model.js';
import { UrlClassifier } from './url-classifier.js';

/** The model that is shipped; `WEIR_STARTER_MODEL` names another to try before it is. */
const STARTER =
  process.env.WEIR_STARTER_MODEL ??
  new URL('../../../training/starter/url.safetensors', import.meta.url).pathname;
const EXPECTATIONS = ['not-malicious', 'not-safe'];

interface Regression {
  /** Defanged where it has the shape of phishing. */
  readonly url: string;
  readonly expected: string;
  readonly why: string;
}

const regressions = readRegressions();

/** Pages that a model once flagged, and shapes of phishing that one let through, on invented hosts. */
function readRegressions(): Regression[] {
  const text = readFileSync(new URL('regressions.csv', import.meta.url), 'utf8');
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => {
    const [url = '', expected = '', ...why] = line.split(',');
    // No comma stands in the first two columns.
    return { url, expected, why: why.join(',') };
  });
}

function parsed({ url }: Regression): ParsedUrl {
  const found = parseUrl(url.replace(/^hxxp/, 'http').replaceAll('[.]', '.'));
  if (isUrlProblem(found)) throw new Error(`${url}: ${found.message}`);
  return found;
}

describe('URLs that once went wrong', () => {
  it('are well formed, and each stands once', () => {
    expect(new Set(regressions.map(({ url }) => url)).size).toBe(regressions.length);
    for (const { expected, why } of regressions) {
      expect(EXPECTATIONS).toContain(expected);
      expect(why).toMatch(/\w+ \w+/);
    }
  });

  it('are judged well by the starter model, but for the known misses', async () => {
    const model = serve(decodeArtifact(readFileSync(STARTER)));
    const scored = new UrlClassifier().classify(model, regressions.map(parsed), 'none');
    const misses = regressions.flatMap(({ url, expected }, row) => {
      const verdict = scored[row]?.verdict;
      return expected === `not-${verdict}` ? [`${url},${verdict}`] : [];
    });
    // Exact in both ways: what is mended must leave the list (`vitest run --update`), what breaks must not slip in.
    await expect(['url,verdict', ...misses, ''].join('\n')).toMatchFileSnapshot('known-misses.csv');
    expect(misses.length).toBeLessThan(regressions.length / 4);
  });
});
