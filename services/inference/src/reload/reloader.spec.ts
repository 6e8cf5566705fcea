import { SchemaRegistry, UCI_9 } from '@weir/contracts';
import { encodeArtifact, type ModelArtifact } from '@weir/learning';
import { CHAMPION, Metrics, ModelRegistry, type ModelVersion } from '@weir/platform';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InferenceMetrics } from '../metrics/index.js';
import { ModelSlots } from '../model-slot/index.js';
import { openTestBackends, silentLogger, type TestBackends } from '../testing/backends.js';
import { InterruptibleObjects } from '../testing/interruptible-objects.js';
import { promote, registerVersion } from '../testing/registered-models.js';
import { trainTabularModel, trainUrlModel } from '../testing/trained-models.js';
import { ModelLoader } from './model-loader.js';
import { Reloader } from './reloader.js';

let artifact: ModelArtifact;
let tabular: ModelArtifact;
let backends: TestBackends;
let objects: InterruptibleObjects;
let registry: ModelRegistry;
let slots: ModelSlots;
let metrics: Metrics;
let reloader: Reloader;

beforeAll(async () => {
  artifact = await trainUrlModel();
  tabular = await trainTabularModel(UCI_9);
});

beforeEach(async () => {
  backends = await openTestBackends();
  objects = new InterruptibleObjects(backends.objects);
  registry = new ModelRegistry(backends.documents, backends.bus, '/weir/test');
  slots = new ModelSlots();
  metrics = new Metrics();
  const loader = new ModelLoader(objects, new SchemaRegistry());
  reloader = new Reloader(registry, loader, slots, new InferenceMetrics(metrics), silentLogger);
});

afterEach(() => backends.dispose());

const inService = (name = 'url') => slots.current(name)?.version;

async function promoted(of: ModelArtifact, bytes?: Uint8Array, name = 'url'): Promise<ModelVersion> {
  const parts = bytes === undefined ? { name, artifact: of } : { name, artifact: of, bytes };
  const version = await registerVersion(registry, objects, parts);
  await promote(registry, version);
  return version;
}

async function reloads(result: string): Promise<number> {
  const counter = await metrics.registry.getSingleMetric('weir_model_reloads_total')?.get();
  return counter?.values.find(({ labels }) => labels.result === result)?.value ?? 0;
}

describe('Reloader', () => {
  it('serves nothing where nothing was promoted', async () => {
    await registerVersion(registry, objects, { name: 'url', artifact });
    await reloader.followAll();
    await reloader.follow('url', { retryRefused: true });
    expect(slots.all()).toEqual([]);
  });

  it('brings every champion into service, and a new name once it is promoted', async () => {
    await promoted(artifact);
    await reloader.followAll();
    expect(inService()).toBe(1);
    await promoted(tabular, undefined, 'uci-9');
    await reloader.followAll();
    expect(slots.all().map(({ name, version }) => [name, version])).toEqual([
      ['uci-9', 1],
      ['url', 1],
    ]);
    expect(await metrics.registry.metrics()).toContain('weir_model_version{name="uci-9"} 1');
  });

  it('follows the alias onwards and back, and loads each version once', async () => {
    await promoted(artifact);
    await reloader.followAll();
    await promoted(artifact);
    await reloader.followAll();
    await reloader.followAll();
    expect(inService()).toBe(2);
    await registry.rollback({ name: 'url', by: 'test', reason: 'worse' });
    await reloader.follow('url', { retryRefused: true });
    expect(inService()).toBe(1);
    expect(await reloads('loaded')).toBe(3);
  });

  it('loads once, however many ask at the same time', async () => {
    await promoted(artifact);
    const ask = () => reloader.follow('url', { retryRefused: true });
    await Promise.all([ask(), ask(), reloader.followAll(), ask()]);
    expect(objects.reads).toBe(1);
    expect(inService()).toBe(1);
  });
});

/** Artifacts that must never serve, as they come to be. */
const BAD: readonly [
  title: string,
  reason: RegExp,
  make: () => { artifact?: ModelArtifact; bytes?: Uint8Array },
][] = [
  ['truncated', /ends before|header/, () => ({ bytes: encodeArtifact(artifact).slice(0, -100) })],
  ['of random bytes', /header|ends before/, () => ({ bytes: Buffer.alloc(4_096, 0x5a) })],
  ['empty', /header|ends before/, () => ({ bytes: new Uint8Array(0) })],
  ['of another schema', /schema "uci-9"/, () => ({ artifact: tabular })],
  ['of a schema nobody knows', /schema "own"/, () => ({ artifact: { ...artifact, schema: 'own' } })],
  ['with renamed features', /feature 0 is "other"/, () => ({ artifact: renamed(artifact) })],
  [
    'with other classes',
    /its classes are/,
    () => ({ artifact: { ...artifact, classes: ['phishing', 'benign'] } }),
  ],
  [
    'with classes in disorder',
    /positive class/,
    () => ({ artifact: { ...artifact, classes: ['legitimate', 'phishing'] } }),
  ],
  [
    'taught on other terms',
    /terms are hashed as "url-terms-0"/,
    () => ({ artifact: { ...artifact, terms: { ...artifact.terms!, hashing: 'url-terms-0' } } }),
  ],
  ['with changed trees', /golden rows/, () => ({ artifact: retuned(artifact) })],
  ['without golden rows', /golden rows|golden/, () => ({ artifact: withoutGoldenRows(artifact) })],
];

function renamed(from: ModelArtifact): ModelArtifact {
  return { ...from, featureNames: ['other', ...from.featureNames.slice(1)] };
}

/** Every leaf turned round: still a forest, no longer the one that was tested. */
function retuned(from: ModelArtifact): ModelArtifact {
  if (from.model.algorithm !== 'random-forest') throw new Error('a forest was wanted');
  const values = from.model.trees.values.map((share) => 1 - share);
  return { ...from, model: { ...from.model, trees: { ...from.model.trees, values } } };
}

function withoutGoldenRows(from: ModelArtifact): ModelArtifact {
  return { ...from, goldenRows: { features: new Float32Array(0), probabilities: new Float32Array(0) } };
}

describe('a version that cannot serve', () => {
  it.each(BAD)('%s is refused, and the one in service stays', async (_title, reason, make) => {
    await promoted(artifact);
    await reloader.followAll();
    const before = slots.current('url');
    const { artifact: bad = artifact, bytes } = make();
    const { version } = await promoted(bad, bytes);
    await reloader.followAll();
    expect(slots.current('url')).toBe(before);
    expect(reloader.refused()).toEqual([{ name: 'url', version, reason: expect.stringMatching(reason) }]);
    expect(await reloads('refused')).toBe(1);
  });

  it('whose bytes were changed in the store is refused by its SHA-256', async () => {
    const { objectKey, version } = await promoted(artifact);
    const bytes = encodeArtifact(artifact);
    bytes[bytes.length - 1]! ^= 1;
    await objects.delete(objectKey);
    await objects.put(objectKey, bytes);
    await reloader.followAll();
    expect(reloader.refused()).toMatchObject([{ name: 'url', version }]);
    expect(inService()).toBeUndefined();
  });

  it('is not tried at every poll, but once more when it is promoted again', async () => {
    const { objectKey } = await promoted(artifact);
    await objects.delete(objectKey);
    await reloader.followAll();
    await reloader.followAll();
    await reloader.followAll();
    expect(objects.reads).toBe(1);
    await objects.put(objectKey, encodeArtifact(artifact));
    await reloader.follow('url', { retryRefused: true });
    expect(inService()).toBe(1);
    expect(reloader.refused()).toEqual([]);
  });

  it('is forgotten once another is champion', async () => {
    await promoted(artifact);
    await reloader.followAll();
    await promoted(artifact, new Uint8Array(3));
    await reloader.followAll();
    await registry.rollback({ name: 'url', by: 'test', reason: 'refused' });
    await reloader.followAll();
    expect(reloader.refused()).toEqual([]);
    expect(inService()).toBe(1);
  });
});

describe('a store that is away', () => {
  it('keeps the version in service, and the next poll after its return brings the new one', async () => {
    await promoted(artifact);
    await reloader.followAll();
    await promoted(artifact);
    objects.isAway = true;
    await reloader.followAll();
    await reloader.followAll();
    expect(inService()).toBe(1);
    expect(await reloads('failed')).toBe(2);
    expect(reloader.refused()).toEqual([]);
    objects.isAway = false;
    await reloader.followAll();
    expect(inService()).toBe(2);
  });

  it('holds up one model only', async () => {
    await promoted(tabular, undefined, 'uci-9');
    await reloader.followAll();
    await promoted(artifact);
    objects.isAway = true;
    await reloader.followAll();
    expect(slots.all().map(({ name }) => name)).toEqual(['uci-9']);
  });
});

describe('a registry entry that is missing', () => {
  it('is waited for', async () => {
    const aliases = await backends.documents.collection({
      name: 'model_aliases',
      indexes: [{ field: 'name' }],
    });
    const alias = { name: 'url', alias: CHAMPION, version: 1, by: '', reason: '', at: '', previous: [] };
    await aliases.insert('url/champion', alias);
    await reloader.followAll();
    expect(await reloads('failed')).toBe(1);
    await registerVersion(registry, objects, { name: 'url', artifact });
    await reloader.followAll();
    expect(inService()).toBe(1);
  });
});
