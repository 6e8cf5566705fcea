import { UrlShadowVerdict, UrlVerdict, validate } from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import { CHALLENGER, ListsCatalog } from '@weir/platform';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { generateUrls } from './testing/generated-urls.js';
import { promote, registerVersion } from './testing/registered-models.js';
import { type RunningInference, startInference } from './testing/running-inference.js';
import { trainUrlModel } from './testing/trained-models.js';

const PATIENCE = { timeout: 90_000, interval: 20 };
const POLL = { pollIntervalMs: 50 };

let artifact: ModelArtifact;
let other: ModelArtifact;
let inference: RunningInference;

beforeAll(async () => {
  artifact = await trainUrlModel();
  other = await trainUrlModel({ seed: 2 });
});

afterEach(() => inference.stop());

/** A champion, version 1, and a challenger, version 2, both in their slots. */
async function startChallenged(challenger: ModelArtifact, variables: Record<string, string>): Promise<void> {
  inference = await startInference(POLL, undefined, variables);
  const { registry, backends } = inference;
  const register = (of: ModelArtifact) =>
    registerVersion(registry, backends.objects, { name: 'url', artifact: of });
  await promote(registry, await register(artifact));
  await register(challenger);
  await registry.move({ name: 'url', alias: CHALLENGER, version: 2, by: 'test', reason: 'test' });
  await shows(inference, 'weir_challenger_version{name="url"} 2');
}

async function shows(replica: RunningInference, line: string): Promise<void> {
  await vi.waitFor(async () => {
    expect((await replica.request('GET', '/metrics')).body).toContain(line);
  }, PATIENCE);
}

let submitted = 0;

async function submit(count: number): Promise<void> {
  const values = generateUrls(count, 31 + submitted).map(({ url }, index) =>
    JSON.stringify({ url, id: `id-${submitted + index}` }),
  );
  submitted += count;
  await inference.backends.bus.publish(
    values.map((value, index) => ({ topic: 'urls.submitted', key: `key-${index % 7}`, value })),
  );
}

const valuesOf = <T>(topic: string) =>
  inference.received(topic).map(({ value }) => JSON.parse(String(value)) as T);
const verdicts = () => valuesOf<UrlVerdict>('urls.verdicts');

const answered = (count: number) => vi.waitFor(() => expect(verdicts()).toHaveLength(count), PATIENCE);

it('scores a share in shadow, which changes no verdict', async () => {
  await startChallenged(other, { WEIR_SHADOW_SHARE: '0.3' });
  expect((await inference.request('GET', '/internal/models')).body).toMatchObject({
    models: [{ name: 'url', version: 1 }],
    challengers: [{ name: 'url', version: 2 }],
    refusedChallengers: [],
  });
  await submit(1_000);
  await answered(1_000);
  const byId = new Map(verdicts().map((each) => [each.id, each]));
  expect(new Set(verdicts().map(({ model }) => model.version))).toEqual(new Set([1]));
  await vi.waitFor(() => expect(inference.received('urls.verdicts.shadow').length).toBeGreaterThan(200));
  const shadow = valuesOf<UrlShadowVerdict>('urls.verdicts.shadow');
  expect(shadow.length).toBeLessThan(400);
  for (const each of shadow) {
    expect(validate(UrlShadowVerdict, each)).toMatchObject({ ok: true });
    const { url, verdict, probability } = byId.get(each.id) as UrlVerdict;
    expect(each).toMatchObject({ url, champion: { version: 1, verdict, probability } });
    expect(each.challenger.version).toBe(2);
  }
  expect(shadow.some(({ champion, challenger }) => champion.probability !== challenger.probability)).toBe(
    true,
  );
  await shows(inference, 'weir_shadow_verdicts_total{champion="malicious",challenger="malicious"}');
});

it('has a share of the keys answered by the canary, each key by one model', async () => {
  await startChallenged(other, { WEIR_SHADOW_SHARE: '0', WEIR_CANARY_SHARE: '0.4' });
  await shows(inference, 'weir_canary_share{name="url"} 0.4');
  await submit(1_000);
  await answered(1_000);
  const versions = new Map<string, Set<number>>();
  for (const { key, value } of inference.received('urls.verdicts')) {
    const { model } = JSON.parse(String(value)) as UrlVerdict;
    versions.set(String(key), (versions.get(String(key)) ?? new Set()).add(model.version));
  }
  expect([...versions.values()].every((each) => each.size === 1)).toBe(true);
  const canary = [...versions.values()].filter((each) => each.has(2)).length / versions.size;
  expect(canary).toBeGreaterThan(0.3);
  expect(canary).toBeLessThan(0.5);
  for (const each of verdicts()) expect(validate(UrlVerdict, each)).toMatchObject({ ok: true });
  expect(inference.received('urls.verdicts.shadow')).toEqual([]);
});

it('publishes both exactly once where the delivery is so', async () => {
  await startChallenged(other, { WEIR_SHADOW_SHARE: '1', WEIR_DELIVERY: 'exactly-once' });
  await submit(600);
  await answered(600);
  await vi.waitFor(() => expect(inference.received('urls.verdicts.shadow')).toHaveLength(600), PATIENCE);
  const idsOn = (topic: string) => new Set(valuesOf<{ id: string }>(topic).map(({ id }) => id));
  expect(idsOn('urls.verdicts').size).toBe(600);
  expect(idsOn('urls.verdicts.shadow')).toEqual(idsOn('urls.verdicts'));
});

it('lets a list overrule the canary, and tells the shadow what the models say', async () => {
  await startChallenged(other, { WEIR_SHADOW_SHARE: '1', WEIR_CANARY_SHARE: '1' });
  await shows(inference, 'weir_canary_share{name="url"} 1');
  const catalog = new ListsCatalog(inference.backends.documents, inference.backends.bus, '/weir/test');
  const at = '2026-03-01T12:00:00.000Z';
  await catalog.put({ list: 'deny', entry: 'garden-news.org', reason: 'seen', by: 'ann', at });
  await vi.waitFor(async () => {
    submitted += 1;
    const value = JSON.stringify({
      url: 'https://garden-news.org/library/music7.html',
      id: `deny-${submitted}`,
    });
    await inference.backends.bus.publish([{ topic: 'urls.submitted', key: null, value }]);
    await vi.waitFor(() => expect(verdicts().some(({ id }) => id === `deny-${submitted}`)).toBe(true));
    expect(verdicts().at(-1)).toMatchObject({
      verdict: 'malicious',
      list: { list: 'deny', entry: 'garden-news.org' },
      model: { name: 'url', version: 2 },
    });
  }, PATIENCE);
  await vi.waitFor(() => {
    const shadow = valuesOf<UrlShadowVerdict>('urls.verdicts.shadow').at(-1);
    expect(shadow).toMatchObject({ champion: { verdict: 'safe' }, challenger: { verdict: 'safe' } });
  }, PATIENCE);
});

it('returns a canary that flags everything, in every replica, and every URL keeps its one verdict', async () => {
  const flagsAll = { ...artifact, thresholds: { malicious: 0, suspicious: 0 } };
  const variables = { WEIR_CANARY_SHARE: '0.5', WEIR_CANARY_WINDOW_SECONDS: '20' };
  await startChallenged(flagsAll, variables);
  const { backends } = inference;
  const shared = async () => ({ ...backends, dispose: async () => undefined });
  const replica = await startInference(POLL, shared, variables);
  try {
    for (const each of [inference, replica]) await shows(each, 'weir_canary_share{name="url"} 0.5');
    const before = submitted;
    await vi.waitFor(async () => {
      await submit(800);
      for (const each of [inference, replica]) {
        const { body } = await each.request('GET', '/metrics');
        expect(body).toContain('weir_canary_share{name="url"} 0\n');
      }
    }, PATIENCE);
    await answered(submitted - before);
    expect(verdicts().some(({ model }) => model.version === 2)).toBe(true);
    const earlier = verdicts().length;
    await submit(300);
    await answered(earlier + 300);
    const later = verdicts().slice(earlier);
    expect(new Set(later.map(({ model }) => model.version))).toEqual(new Set([1]));
    expect(new Set(verdicts().map(({ id }) => id)).size).toBe(verdicts().length);
    const returns = await backends.documents.collection({
      name: 'canary_returns',
      indexes: [{ field: 'name' }],
    });
    expect(await returns.get('url/2')).toMatchObject({
      value: {
        version: 2,
        championVersion: 1,
        reason: 'estimate',
        figures: { challengerFlaggedShare: 1 },
      },
    });
    expect((await inference.registry.alias('url', CHALLENGER))?.value.version).toBe(2);
  } finally {
    await replica.stop();
  }
});
