import type { ScoredUrl } from '@weir/contracts';
import { Metrics } from '@weir/platform';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AcceptedRecord, parsedOf } from '../classification/batch-reading.js';
import { UrlClassifier } from '../classification/url-classifier.js';
import { type Challenger, ModelSlots, type ServedModel } from '../model-slot/index.js';
import { type ChallengeUnderTest, challengeOver } from '../testing/challenge.js';
import { asVersion, rescored } from '../testing/challenger-models.js';
import { generateUrls } from '../testing/generated-urls.js';
import { readBatch } from '../testing/read-batch.js';
import { batchOf } from '../testing/records.js';
import { serve } from '../testing/served-model.js';
import { trainUrlModel } from '../testing/trained-models.js';

let champion: ServedModel;
let sound: ServedModel;
let accepted: readonly AcceptedRecord[];
let byChampion: ScoredUrl[];
let slots: ModelSlots;
let metrics: Metrics;

beforeAll(async () => {
  champion = serve(await trainUrlModel(), 5);
  sound = serve(await trainUrlModel({ seed: 2 }), 6);
  accepted = readBatch(batchOf(generateUrls(1_000, 9).map(({ url }) => url))).accepted;
  const urls = accepted.map(parsedOf);
  byChampion = new UrlClassifier().classify(champion, urls, 'by-path');
});

beforeEach(() => {
  slots = new ModelSlots();
  slots.swap(champion);
  metrics = new Metrics();
});

/** A challenger in place, known not to have been returned. */
async function challenged(
  model: ServedModel,
  variables: Record<string, string>,
): Promise<ChallengeUnderTest & { challenger: Challenger }> {
  const tested = challengeOver(slots, metrics, variables);
  slots.challenge({ model, aliasRevision: 1 });
  const challenger = slots.challenger('url') as Challenger;
  await tested.canary.review(challenger);
  return { ...tested, challenger };
}

async function totalOf(name: string, labels: Record<string, string> = {}): Promise<number> {
  const metric = await metrics.registry.getSingleMetric(name)?.get();
  const matching = (metric?.values ?? []).filter((each) =>
    Object.entries(labels).every(([label, value]) => each.labels[label] === value),
  );
  return matching.reduce((sum, { value }) => sum + value, 0);
}

const score = ({ challenge }: ChallengeUnderTest) => challenge.score(champion, accepted, byChampion);

describe('in shadow', () => {
  it('is asked nothing where there is no challenger, or its shares are 0', async () => {
    expect(score(challengeOver(slots, metrics))).toBeUndefined();
    expect(score(await challenged(sound, { WEIR_SHADOW_SHARE: '0' }))).toBeUndefined();
  });

  it('scores its share and changes no verdict', async () => {
    const batch = score(await challenged(sound, { WEIR_SHADOW_SHARE: '0.25' }));
    expect(batch?.scored).toEqual(byChampion);
    expect(batch?.answered.size).toBe(0);
    const compared = batch?.compared ?? [];
    expect(compared.length).toBeGreaterThan(200);
    expect(compared.length).toBeLessThan(300);
    for (const { row, champion: ours } of compared) expect(ours).toBe(byChampion[row]);
    const urls = compared.map(({ row }) => parsedOf(accepted[row] as AcceptedRecord));
    const alone = new UrlClassifier().classify(sound, urls, 'none');
    expect(compared.map((each) => each.challenger)).toEqual(alone);
  });

  it('chooses the same records again, whatever batch they come in', async () => {
    const tested = await challenged(sound, { WEIR_SHADOW_SHARE: '0.2' });
    const ids = (batch: ReturnType<typeof score>, of: readonly AcceptedRecord[]) =>
      batch?.compared.map(({ row }) => of[row]?.id);
    const whole = ids(score(tested), accepted);
    const halves = [accepted.slice(0, 400), accepted.slice(400)].flatMap((half, index) =>
      ids(tested.challenge.score(champion, half, index === 0 ? byChampion : byChampion.slice(400)), half),
    );
    expect(halves).toEqual(whole);
  });

  it('counts agreement, differences and score drift once the batch was acknowledged', async () => {
    const suspicious = rescored(asVersion(champion, 6), (probability) => Math.min(1, probability + 0.3));
    const batch = score(await challenged(suspicious, { WEIR_SHADOW_SHARE: '1' }));
    expect(await totalOf('weir_shadow_verdicts_total')).toBe(0);
    batch?.observe(0);
    const flagged = byChampion.filter(({ verdict }) => verdict === 'malicious').length;
    expect(await totalOf('weir_shadow_verdicts_total')).toBe(1_000);
    const both = { champion: 'malicious', challenger: 'malicious' };
    expect(await totalOf('weir_shadow_verdicts_total', both)).toBe(flagged);
    expect(await totalOf('weir_shadow_score_mean_shift')).toBeGreaterThan(0.1);
    expect(await totalOf('weir_shadow_score_psi')).toBeGreaterThan(0.25);
    const histogram = await metrics.registry.metrics();
    expect(histogram).toContain('weir_shadow_score_difference_count 1000');
  });
});

describe('as canary', () => {
  it('answers whole keys of its share, with reasons, and no others', async () => {
    const batch = score(await challenged(sound, { WEIR_SHADOW_SHARE: '0', WEIR_CANARY_SHARE: '0.5' }));
    const share = (batch?.answered.size ?? 0) / accepted.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    expect(batch?.compared).toEqual([]);
    const models = new Map<string, boolean>();
    for (const [row, { site }] of accepted.entries()) {
      const isAnswered = batch?.answered.has(row) ?? false;
      const domain = site.host.split('.').slice(-2).join('.');
      if (/^(?!co\.uk)/.test(domain)) {
        expect(models.get(domain) ?? isAnswered).toBe(isAnswered);
        models.set(domain, isAnswered);
      }
      if (!isAnswered) expect(batch?.scored[row]).toBe(byChampion[row]);
    }
    const flagged = (batch?.scored ?? []).filter(
      ({ verdict }, row) => verdict !== 'safe' && batch?.answered.has(row),
    );
    expect(flagged.length).toBeGreaterThan(100);
    for (const { reasons } of flagged) expect(reasons.length).toBeGreaterThan(0);
  });

  it('answers nothing before it is known whether it was returned', async () => {
    const tested = challengeOver(slots, metrics, { WEIR_SHADOW_SHARE: '0', WEIR_CANARY_SHARE: '1' });
    slots.challenge({ model: sound, aliasRevision: 1 });
    tested.returns.isAway = true;
    const challenger = slots.challenger('url') as Challenger;
    await expect(tested.canary.review(challenger)).rejects.toThrow('taken away');
    expect(score(tested)).toBeUndefined();
    tested.returns.isAway = false;
    await tested.canary.review(challenger);
    expect(score(tested)?.answered.size).toBe(1_000);
  });
});

describe('a challenger that fails', () => {
  const shares = { WEIR_SHADOW_SHARE: '0.1', WEIR_CANARY_SHARE: '0.5' };
  const throws = () => {
    throw new Error('out of its range');
  };

  it.each([
    ['gives no number', () => Number.NaN],
    ['gives what is no probability', () => 1.5],
    ['throws', throws],
  ])('because it %s leaves the champion’s verdicts', async (_how, change) => {
    const batch = score(await challenged(rescored(sound, change), shares));
    expect(batch?.scored).toEqual(byChampion);
    expect(batch?.answered.size).toBe(0);
    expect(batch?.compared).toEqual([]);
    expect(await totalOf('weir_challenger_failures_total')).toBeGreaterThan(500);
  });

  it('on some records answers the others', async () => {
    const half = rescored(sound, (probability) => (probability > 0.5 ? Number.NaN : probability));
    const batch = score(await challenged(half, { WEIR_SHADOW_SHARE: '0', WEIR_CANARY_SHARE: '1' }));
    const answered = batch?.answered.size ?? 0;
    expect(answered).toBeGreaterThan(300);
    expect(answered).toBeLessThan(700);
    for (const [row, scored] of (batch?.scored ?? []).entries()) {
      if (!batch?.answered.has(row)) expect(scored).toBe(byChampion[row]);
      expect(scored.probability).toBeLessThanOrEqual(1);
    }
  });

  it('is set aside after five batches in a row, and returned where it is canary', async () => {
    const tested = await challenged(rescored(sound, throws), shares);
    for (let batch = 0; batch < 5; batch++) expect(score(tested)).toBeDefined();
    expect(score(tested)).toBeUndefined();
    expect(await totalOf('weir_challengers_set_aside_total')).toBe(1);
    await vi.waitFor(() => expect(tested.returns.kept).toHaveLength(1));
    expect(tested.returns.kept).toMatchObject([{ name: 'url', version: 6, reason: 'errors' }]);
    expect(await totalOf('weir_canary_returns_total', { reason: 'errors' })).toBe(1);
  });

  it('on a few records of many batches is asked on: that is the error rate’s to judge', async () => {
    let row = 0;
    const mostly = rescored(sound, (probability) => (++row % 20 === 0 ? Number.NaN : probability));
    const tested = await challenged(mostly, { WEIR_SHADOW_SHARE: '0.5' });
    for (let batch = 0; batch < 8; batch++) expect(score(tested)?.compared.length).toBeGreaterThan(200);
    expect(await totalOf('weir_challenger_failures_total')).toBeGreaterThan(100);
    expect(await totalOf('weir_challengers_set_aside_total')).toBe(0);
  });

  it('gets another chance once it is made challenger again', async () => {
    const tested = await challenged(rescored(sound, throws), shares);
    for (let batch = 0; batch < 6; batch++) score(tested);
    slots.challenge({ model: sound, aliasRevision: 2 });
    await tested.canary.review(slots.challenger('url') as Challenger);
    expect(score(tested)?.answered.size).toBeGreaterThan(0);
  });
});
