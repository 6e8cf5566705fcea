import { URL_SCHEMA } from '@weir/contracts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ScoredRows, UrlClassifier } from '../classification/url-classifier.js';
import type { ServedModel } from '../model-slot/index.js';
import { generateUrls } from '../testing/generated-urls.js';
import { serve } from '../testing/served-model.js';
import { trainUrlModel } from '../testing/trained-models.js';
import { scoreUrls } from './score-urls.js';
import { ScoringThread } from './scoring-threads.js';
import { StreamScoring } from './stream-scoring.js';
import { joinUrls, splitUrls } from './thread-protocol.js';

const UNREADABLE = ['ftp://files.example/', 'two words.example', ''];
const ODD = [
  'http://[2001:db8::1]/a',
  'http://192.0.2.7/b',
  'http://co.uk/',
  'http://пример.рф/путь\n?ü',
  'http://a.example/\ud800',
];

let model: ServedModel;
let urls: string[];
const scorings: StreamScoring[] = [];

beforeAll(async () => {
  model = serve(await trainUrlModel(), 5);
  urls = [...generateUrls(400, 3).map(({ url }) => url), ...ODD];
  urls.splice(200, 0, ...UNREADABLE);
});

afterEach(async () => {
  for (const each of scorings.splice(0)) await each.onApplicationShutdown();
});

function scoringWith(inferenceThreads: number): StreamScoring {
  const scoring = new StreamScoring(new UrlClassifier(), { inferenceThreads });
  scorings.push(scoring);
  return scoring;
}

const ignore = () => {};

describe('StreamScoring', () => {
  it('gives the same scores, reasons, sites and rows wherever it scores', async () => {
    const seen: ScoredRows[] = [];
    const keep = (rows: ScoredRows) => {
      const { columns, rows: count } = rows;
      seen.push({
        ...rows,
        values: rows.values.slice(0, count * columns),
        probabilities: rows.probabilities.slice(0, count),
      });
    };
    const here = await scoringWith(0).score(model, urls, keep);
    const there = await scoringWith(2).score(model, urls, keep);
    expect(there.scored).toEqual(here.scored);
    expect(here.sites.filter((site) => 'code' in site).length).toBeGreaterThanOrEqual(UNREADABLE.length);
    expect(here.scored).toHaveLength(here.sites.filter((site) => !('code' in site)).length);
    expect(here.scored.some(({ verdict, reasons }) => verdict === 'malicious' && reasons.length > 0)).toBe(
      true,
    );
    expect(there.sites).toEqual(
      here.sites.map((site) =>
        'code' in site
          ? site
          : { host: site.host, isIp: site.isIp, registrableDomain: site.registrableDomain },
      ),
    );
    expect(seen[1]).toEqual(seen[0]);
  });

  it('keeps batches of several versions apart, more of them than a thread holds', async () => {
    const versions = [1, 2, 3, 4, 5].map((malicious) => {
      const { artifact } = model;
      return serve(
        { ...artifact, thresholds: { malicious: malicious / 6, suspicious: malicious / 12 } },
        malicious,
      );
    });
    const scoring = scoringWith(1);
    const all = [...versions, ...versions.toReversed()];
    const scored = await Promise.all(all.map((each) => scoring.score(each, urls, ignore)));
    const classifier = new UrlClassifier();
    for (const [index, each] of all.entries())
      expect(scored[index]?.scored).toEqual(scoreUrls(classifier, each, urls).scored);
  });

  it('takes batches of unreadable URLs only, and of none', async () => {
    const scoring = scoringWith(1);
    const unreadable = Array.from({ length: 50 }, () => 'ftp://files.example/');
    expect((await scoring.score(model, unreadable, ignore)).scored).toEqual([]);
    expect(await scoring.score(model, [], ignore)).toEqual({ sites: [], scored: [] });
  });
});

describe('ScoringThread', () => {
  it('rejects what is under way when it ends, and begins anew with the next batch', async () => {
    const thread = new ScoringThread();
    const cut = thread.score(model, urls);
    cut.catch(() => {});
    await thread.close();
    await expect(cut).rejects.toThrow(/thread ended/);
    const { probabilities } = await thread.score(model, urls);
    const here = scoreUrls(new UrlClassifier(), model, urls);
    expect([...probabilities]).toEqual(here.scored.map(({ probability }) => probability));
    expect(thread.load).toBe(0);
    await thread.close();
  });

  it('tells what failed, and goes on', async () => {
    const thread = new ScoringThread();
    const { artifact } = serve(model.artifact, 1, URL_SCHEMA);
    const broken = { ...model, artifact: { ...artifact, featureNames: artifact.featureNames.slice(1) } };
    await expect(thread.score(broken, urls)).rejects.toThrow();
    await expect(thread.score(model, urls)).resolves.toMatchObject({ columns: artifact.featureNames.length });
    await thread.close();
  });
});

it('cuts the URLs apart where they were joined', () => {
  const odd = ['', 'a', '😀\ud800', '', 'b\nc', ''];
  expect(splitUrls(joinUrls(odd))).toEqual(odd);
});
