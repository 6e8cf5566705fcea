import { SchemaRegistry } from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import { CHALLENGER, Metrics, ModelRegistry, readEnvironment } from '@weir/platform';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChallengerMetrics, InferenceMetrics } from '../metrics/index.js';
import { ModelSlots } from '../model-slot/index.js';
import { openTestBackends, silentLogger, type TestBackends } from '../testing/backends.js';
import { challengeOver } from '../testing/challenge.js';
import { InterruptibleObjects } from '../testing/interruptible-objects.js';
import { promote, registerVersion } from '../testing/registered-models.js';
import { trainUrlModel } from '../testing/trained-models.js';
import { ChallengerFollower } from './challenger-follower.js';
import { ModelLoader } from './model-loader.js';
import { Reloader } from './reloader.js';

let artifact: ModelArtifact;
let backends: TestBackends;
let objects: InterruptibleObjects;
let registry: ModelRegistry;
let slots: ModelSlots;
let metrics: Metrics;
let reloader: Reloader;
let follower: ChallengerFollower;

beforeAll(async () => {
  artifact = await trainUrlModel();
});

beforeEach(async () => {
  backends = await openTestBackends();
  objects = new InterruptibleObjects(backends.objects);
  registry = new ModelRegistry(backends.documents, backends.bus, '/weir/test');
  slots = new ModelSlots();
  metrics = new Metrics();
  const loader = new ModelLoader(objects, new SchemaRegistry());
  reloader = new Reloader(registry, loader, slots, new InferenceMetrics(metrics), silentLogger);
  follower = followerWith({});
});

afterEach(() => backends.dispose());

function followerWith(variables: Record<string, string>): ChallengerFollower {
  return new ChallengerFollower(
    readEnvironment(variables),
    registry,
    new ModelLoader(objects, new SchemaRegistry()),
    slots,
    challengeOver(slots, metrics, variables).canary,
    new ChallengerMetrics(metrics),
    silentLogger,
  );
}

async function version(bytes?: Uint8Array) {
  const parts = { name: 'url', artifact };
  return registerVersion(registry, objects, bytes === undefined ? parts : { ...parts, bytes });
}

const challengedBy = (number: number) =>
  registry.move({ name: 'url', alias: CHALLENGER, version: number, by: 'test', reason: 'test' });

/** As a poll does. */
async function look(): Promise<void> {
  await reloader.followAll();
  await follower.followAll();
}

const challenger = () => slots.challenger('url')?.model.version;

async function reloads(result: string): Promise<number> {
  const counter = await metrics.registry.getSingleMetric('weir_challenger_reloads_total')?.get();
  return counter?.values.find(({ labels }) => labels.result === result)?.value ?? 0;
}

describe('ChallengerFollower', () => {
  it('brings the challenger beside the champion, once, and the next in its place', async () => {
    await promote(registry, await version());
    await version();
    await challengedBy(2);
    await look();
    await look();
    expect([slots.current('url')?.version, challenger()]).toEqual([1, 2]);
    expect(objects.reads).toBe(2);
    await version();
    await challengedBy(3);
    await look();
    expect(challenger()).toBe(3);
    expect(await metrics.registry.metrics()).toContain('weir_challenger_version{name="url"} 3');
  });

  it('has none without a champion, and none where the champion is named', async () => {
    await version();
    await challengedBy(1);
    await look();
    expect(objects.reads).toBe(0);
    await promote(registry, { ...(await version()), version: 1 });
    await look();
    expect(challenger()).toBeUndefined();
    expect(objects.reads).toBe(1);
  });

  it('empties the slot once the challenger is promoted, and fills it again after the rollback', async () => {
    await promote(registry, await version());
    const second = await version();
    await challengedBy(2);
    await look();
    await promote(registry, second);
    await look();
    expect([slots.current('url')?.version, challenger()]).toEqual([2, undefined]);
    expect(await metrics.registry.metrics()).toContain('weir_challenger_version{name="url"} 0');
    await registry.rollback({ name: 'url', by: 'test', reason: 'worse' });
    await look();
    expect([slots.current('url')?.version, challenger()]).toEqual([1, 2]);
  });

  it('empties the slot where the alias is gone', async () => {
    await promote(registry, await version());
    await version();
    await challengedBy(2);
    await look();
    const aliases = await backends.documents.collection({
      name: 'model_aliases',
      indexes: [{ field: 'name' }],
    });
    await aliases.delete('url/challenger');
    await look();
    expect(challenger()).toBeUndefined();
  });

  it('begins anew without loading where the alias was moved away and back', async () => {
    await promote(registry, await version());
    await version();
    await challengedBy(2);
    await look();
    const before = slots.challenger('url');
    await challengedBy(1);
    await challengedBy(2);
    await look();
    expect(slots.challenger('url')?.model).toBe(before?.model);
    expect(slots.challenger('url')?.aliasRevision).toBe(3);
    expect(objects.reads).toBe(2);
  });

  it('refuses what a champion would be refused for, once, and lets go of the one before', async () => {
    await promote(registry, await version());
    await version();
    await challengedBy(2);
    await look();
    await version(new Uint8Array(3));
    await challengedBy(3);
    await look();
    await look();
    expect([slots.current('url')?.version, challenger()]).toEqual([1, undefined]);
    expect(follower.refused()).toMatchObject([{ name: 'url', version: 3 }]);
    expect(reloader.refused()).toEqual([]);
    expect(await reloads('refused')).toBe(1);
  });

  it('waits for a store that is away, and leaves the champion alone meanwhile', async () => {
    await promote(registry, await version());
    await look();
    await version();
    await challengedBy(2);
    objects.isAway = true;
    await look();
    expect([slots.current('url')?.version, challenger()]).toEqual([1, undefined]);
    expect(await reloads('failed')).toBe(1);
    objects.isAway = false;
    await look();
    expect(challenger()).toBe(2);
  });

  it('loads nothing where both shares are 0', async () => {
    follower = followerWith({ WEIR_SHADOW_SHARE: '0' });
    await promote(registry, await version());
    await version();
    await challengedBy(2);
    await look();
    expect(challenger()).toBeUndefined();
    expect(objects.reads).toBe(1);
  });
});
