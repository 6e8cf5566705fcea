import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TOPICS } from '@weir/contracts';
import { sketchFromJson } from '@weir/drift';
import { decodeArtifact } from '@weir/learning';
import { CHAMPION, createLogger, WeirError } from '@weir/platform';
import { exampleVersion, type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registryOf } from '../testing/running-training.js';
import { registerStarterModel, STARTER_FILE, STARTER_RUN } from './starter-model.js';
import { StarterRegistration } from './starter-registration.js';

describe('registerStarterModel', () => {
  let backends: TemporaryBackends;
  beforeEach(async () => {
    backends = await temporaryBackends();
  });
  afterEach(() => backends.dispose());

  const register = (file?: string) =>
    registerStarterModel({ ...backends, registry: registryOf(backends) }, file);
  const registry = () => registryOf(backends);

  it('makes the shipped model version 1 and champion where there is none', async () => {
    const version = await register();
    expect(version).toMatchObject({ name: 'url', version: 1, runId: STARTER_RUN });
    expect(await registry().champion('url')).toEqual(version);
    const stored = await backends.objects.read(version?.objectKey ?? '', { sha256: version?.sha256 ?? '' });
    expect((await readFile(STARTER_FILE)).equals(stored)).toBe(true);
    const card = await backends.objects.read(version?.card?.markdown.objectKey ?? '');
    expect(card.toString()).toMatch(/^# Model card: `url`/);
    const profile = await backends.objects.read(version?.reference?.objectKey ?? '');
    const reference = sketchFromJson(JSON.parse(profile.toString()));
    const artifact = decodeArtifact(stored);
    expect(reference.rows).toBe(artifact.lineage.rows);
    expect(artifact.featureNames.slice(0, reference.columns.length)).toEqual(reference.columns);
    expect(reference.answers.scores.reduce((sum, rows) => sum + rows, 0)).toBe(artifact.lineage.rows / 5);
    expect(backends.bus.valuesOf(TOPICS.modelsVersions)).toMatchObject([{ name: 'url', version: 1 }]);
    expect(backends.bus.valuesOf(TOPICS.modelsAliases)).toMatchObject([
      { alias: CHAMPION, version: 1, revision: 1 },
    ]);
  });

  it('is done once where several replicas start at once', async () => {
    const outcomes = await Promise.all([register(), register(), register(), register()]);
    expect(outcomes.filter((each) => each !== null)).toHaveLength(1);
    expect((await registry().list({ name: 'url' })).items).toHaveLength(1);
    expect(await registry().alias('url', CHAMPION)).toMatchObject({
      revision: 1,
      value: { version: 1, previous: [] },
    });
  });

  it('does nothing at the next start', async () => {
    await register();
    const published = backends.bus.published.length;
    expect(await register()).toBeNull();
    expect(backends.bus.published).toHaveLength(published);
  });

  it('does nothing where another champion serves', async () => {
    await registry().add(exampleVersion('url', 'own'));
    await registry().move({ name: 'url', alias: CHAMPION, version: 1, by: 'test', reason: '' });
    expect(await register()).toBeNull();
    expect((await registry().list({ name: 'url' })).items).toHaveLength(1);
  });

  it('does not overrule a champion chosen while it registers', async () => {
    await registry().add(exampleVersion('url', 'own'));
    const put = backends.objects.put.bind(backends.objects);
    vi.spyOn(backends.objects, 'put').mockImplementation(async (key, body) => {
      await registry().move({ name: 'url', alias: CHAMPION, version: 1, by: 'test', reason: '' });
      return put(key, body);
    });
    expect(await register()).toBeNull();
    expect(await registry().champion('url')).toMatchObject({ version: 1, runId: 'own' });
  });

  it('finishes what a crash left: the version is there, the champion is not', async () => {
    backends.bus.fail('publish', new WeirError('WEIR_BUS_UNAVAILABLE', 'away'));
    await expect(register()).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
    expect(await registry().champion('url')).toBeNull();
    expect(await register()).toMatchObject({ version: 1 });
    expect((await registry().list({ name: 'url' })).items).toHaveLength(1);
  });

  it('registers nothing of a file that is damaged', async () => {
    const bytes = await readFile(STARTER_FILE);
    const file = join(backends.folder, 'damaged.safetensors');
    await writeFile(file, bytes.subarray(0, bytes.length - 100));
    await expect(register(file)).rejects.toThrow();
    expect((await registry().list({ name: 'url' })).items).toEqual([]);
  });

  it('is tried again where the stores are away at start, without holding it up', async () => {
    backends.bus.fail('publish', new WeirError('WEIR_BUS_UNAVAILABLE', 'away'));
    const logger = createLogger({ service: 'training', level: 'silent' });
    const registration = new StarterRegistration(backends, logger, registry());
    registration.onApplicationBootstrap();
    await vi.waitFor(
      async () => expect(await registry().champion('url')).toMatchObject({ version: 1 }),
      15_000,
    );
    registration.onApplicationShutdown();
  });
});
