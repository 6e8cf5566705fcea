import { type ParsedUrl, parseUrl } from '@weir/url-features';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ServedModel } from '../model-slot/index.js';
import { generateUrls } from '../testing/generated-urls.js';
import { serve } from '../testing/served-model.js';
import { trainUrlModel } from '../testing/trained-models.js';
import { UrlClassifier } from './url-classifier.js';

let model: ServedModel;
const generated = generateUrls(600, 77);
const parsed = generated.map(({ url }) => parseUrl(url) as ParsedUrl);

beforeAll(async () => {
  model = serve(await trainUrlModel());
});

describe('UrlClassifier', () => {
  it('tells the classes apart that the model was taught', () => {
    const scored = new UrlClassifier().classify(model, parsed, 'exact');
    const right = scored.filter(({ verdict }, index) => (verdict !== 'safe') === generated[index]?.phishing);
    expect(scored).toHaveLength(600);
    expect(right.length / scored.length).toBeGreaterThan(0.9);
  });

  it('gives each URL the verdict it gets alone, whatever stands beside it and came before', () => {
    const classifier = new UrlClassifier();
    const together = classifier.classify(model, parsed, 'exact');
    const alone = parsed.map((each) => new UrlClassifier().classify(model, [each], 'exact')[0]);
    expect(together).toEqual(alone);
    expect(classifier.classify(model, parsed.slice(10, 13), 'exact')).toEqual(together.slice(10, 13));
    expect(classifier.classify(model, [], 'exact')).toEqual([]);
  });

  it('gives each URL the same reasons and change alone as among many', () => {
    const classifier = new UrlClassifier();
    const together = classifier.classify(model, parsed, 'exact');
    const alone = parsed.map((each) => classifier.classify(model, [each], 'exact')[0]);
    expect(alone).toEqual(together);
    expect(together.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(together.filter(({ verdict }) => verdict !== 'safe').length).toBeGreaterThan(100);
  });

  it('leaves the rows that it scored to be summed up', () => {
    const classifier = new UrlClassifier();
    const scored = classifier.classify(model, parsed, 'by-path');
    const { values, columns, rows, probabilities } = classifier.lastRows();
    expect([columns, rows]).toEqual([model.artifact.featureNames.length, parsed.length]);
    expect([...probabilities.subarray(0, rows)]).toEqual(scored.map(({ probability }) => probability));
    expect(model.scorer.score(values, rows, new Float32Array(rows))).toEqual(probabilities.slice(0, rows));
    classifier.classify(model, [], 'none');
    expect(classifier.lastRows().rows).toBe(0);
  });

  it.each(['exact', 'by-path'] as const)(
    'gives %s reasons in sentences, on the stream of flagged URLs',
    (way) => {
      const scored = new UrlClassifier().classify(model, parsed, way);
      for (const { verdict, reasons } of scored) {
        expect(reasons.length).toBeLessThanOrEqual(5);
        if (way === 'exact' || verdict !== 'safe') expect(reasons.length).toBeGreaterThan(0);
        else expect(reasons).toEqual([]);
        for (const reason of reasons) expect(reason).toMatch(/\w+ \w+/);
      }
      const without = new UrlClassifier().classify(model, parsed, 'none');
      expect(without.flatMap(({ reasons }) => reasons)).toEqual([]);
    },
  );

  it('says what would change a verdict, and is right', () => {
    const classifier = new UrlClassifier();
    let told = 0;
    for (const { verdict, change } of classifier.classify(model, parsed.slice(0, 100), 'exact')) {
      expect(change?.sentence).toMatch(/\w+ \w+/);
      if (change?.url === undefined) continue;
      told++;
      const variant = parseUrl(change.url.replace('hxxp', 'http').replaceAll('[.]', '.')) as ParsedUrl;
      const [again] = classifier.classify(model, [variant], 'none');
      expect(again).toMatchObject({ verdict: change.verdict, probability: change.probability });
      expect(change.verdict).not.toBe(verdict);
    }
    expect(told).toBeGreaterThan(10);
  });
});
