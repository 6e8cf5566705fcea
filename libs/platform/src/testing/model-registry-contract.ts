import { randomUUID } from 'node:crypto';
import { TOPICS } from '@weir/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Documents } from '../documents/index.js';
import { WeirError } from '../errors/index.js';
import { CHAMPION, ModelRegistry, type ModelVersion } from '../model-registry/index.js';
import { type TemporaryBackends, temporaryBackends } from './temporary-backends.js';

type NewVersion = Omit<ModelVersion, 'version'>;

/** A version's entry with plausible figures. */
export function exampleVersion(name: string, runId: string, changes: Partial<NewVersion> = {}): NewVersion {
  return {
    name,
    schema: name,
    runId,
    snapshotId: `${name}-0123456789abcdef`,
    snapshotSha256: 'ab'.repeat(32),
    algorithm: 'random-forest',
    parameters: { nEstimators: 64 },
    metrics: { 'distinct.f1': 0.95, 'distinct.f1StandardError': 0.005, 'distinct.rocAuc': 0.99 },
    candidates: [],
    importance: [],
    thresholds: { malicious: 0.9, suspicious: 0.5 },
    rows: 100,
    seed: 1,
    objectKey: `models/${name}/x.safetensors`,
    sha256: 'cd'.repeat(32),
    createdAt: new Date().toISOString(),
    ...changes,
  };
}

/** What the registry promises, on any document store. */
export function modelRegistryContract(adapter: string, open: (folder: TemporaryBackends) => Documents): void {
  describe(`ModelRegistry on ${adapter}`, () => {
    let backends: TemporaryBackends;
    let documents: Documents;
    beforeAll(async () => {
      backends = await temporaryBackends();
      documents = open(backends);
    });
    afterAll(async () => {
      await documents.close();
      await backends.dispose();
    });

    /** A registry as another process has it, and a model name that no other test uses. */
    const registry = () => new ModelRegistry(documents, backends.bus, '/weir/test');
    const newName = () => `model-${randomUUID().slice(0, 8)}`;
    const addVersions = async (name: string, count: number) => {
      for (let index = 1; index <= count; index++) await registry().add(exampleVersion(name, `run-${index}`));
    };
    const moveTo = (name: string, version: number, ifRevision?: number) =>
      registry().move({
        name,
        alias: CHAMPION,
        version,
        by: 'test',
        reason: `to ${version}`,
        ...(ifRevision === undefined ? {} : { ifRevision }),
      });
    const eventsOf = (name: string) =>
      backends.bus.valuesOf(TOPICS.modelsAliases).filter((event) => event.name === name);

    describe('versions', () => {
      it('numbers 50 that are added at once 1 to 50, without a gap or a repeat', async () => {
        const name = newName();
        const added = await Promise.all(
          Array.from({ length: 50 }, (_, index) => registry().add(exampleVersion(name, `run-${index}`))),
        );
        const numbers = added.map((each) => each.version).toSorted((a, b) => a - b);
        expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
        const { items } = await registry().list({ name });
        expect(items.map((each) => each.version)).toEqual(numbers.toReversed());
        expect(new Set(items.map((each) => each.runId)).size).toBe(50);
      });

      it('gives a run one version, however often and however many at once ask', async () => {
        const name = newName();
        const asked = await Promise.all(
          Array.from({ length: 20 }, () => registry().add(exampleVersion(name, 'the-run'))),
        );
        expect(new Set(asked.map((each) => each.version))).toEqual(new Set([1]));
        const changed = exampleVersion(name, 'the-run', { rows: 7 });
        expect(await registry().add(changed)).toEqual(asked[0]);
        expect((await registry().list({ name })).items).toHaveLength(1);
      });

      it('numbers each name from 1, also where one name begins with another', async () => {
        const name = newName();
        await addVersions(name, 2);
        expect(await registry().add(exampleVersion(`${name}-b`, 'run-1'))).toMatchObject({ version: 1 });
        expect(await registry().newest(name)).toMatchObject({ name, version: 2 });
      });

      it('gives back what was added, and nothing besides', async () => {
        const name = newName();
        const entry = exampleVersion(name, 'run-1');
        expect(await registry().add(entry)).toEqual({ ...entry, version: 1 });
        expect(await registry().get(name, 1)).toEqual({ ...entry, version: 1 });
        expect(await registry().ofRun(name, 'run-1')).toEqual({ ...entry, version: 1 });
        expect(await registry().ofRun(name, 'run-2')).toBeNull();
        expect(await registry().get(name, 2)).toBeNull();
        expect(await registry().get(name, -1)).toBeNull();
        expect(await registry().newest(newName())).toBeNull();
      });

      it('pages from the newest, past nine', async () => {
        const name = newName();
        await addVersions(name, 12);
        const first = await registry().list({ name, limit: 5 });
        const second = await registry().list({ name, limit: 5, after: first.next ?? '' });
        const third = await registry().list({ name, limit: 5, after: second.next ?? '' });
        const numbers = [first, second, third].flatMap(({ items }) => items.map((each) => each.version));
        expect(numbers).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        expect(third.next).toBeNull();
      });
    });

    describe('aliases', () => {
      it('points at a version, says who moved it and why, and publishes it', async () => {
        const name = newName();
        await addVersions(name, 1);
        expect(await registry().champion(name)).toBeNull();
        const moved = await moveTo(name, 1);
        expect(moved).toMatchObject({
          id: `${name}/champion`,
          revision: 1,
          value: { version: 1, previous: [] },
        });
        expect(await registry().champion(name)).toMatchObject({ name, version: 1 });
        const { previous: _previous, ...published } = moved.value;
        expect(eventsOf(name)).toEqual([{ ...published, revision: 1 }]);
        expect(backends.bus.published.at(-1)).toMatchObject({
          key: `${name}/champion`,
          headers: { ce_source: '/weir/test', ce_type: TOPICS.modelsAliases.eventType },
        });
      });

      it('refuses a version that does not exist, and publishes nothing', async () => {
        const name = newName();
        await expect(moveTo(name, 1)).rejects.toMatchObject({ code: 'WEIR_ALIAS_INVALID' });
        expect(await registry().alias(name, CHAMPION)).toBeNull();
        expect(eventsOf(name)).toEqual([]);
      });

      it('changes nothing when moved to where it is, but publishes again', async () => {
        const name = newName();
        await addVersions(name, 1);
        const first = await moveTo(name, 1);
        expect(await moveTo(name, 1)).toEqual(first);
        expect(eventsOf(name).map((event) => event.revision)).toEqual([1, 1]);
      });

      it('is moved by one of many who expect the same revision', async () => {
        const name = newName();
        await addVersions(name, 5);
        const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((version) => moveTo(name, version, 0)));
        const moved = outcomes.filter((each) => each.status === 'fulfilled');
        expect(moved).toHaveLength(1);
        for (const each of outcomes) {
          if (each.status === 'rejected')
            expect(each.reason).toMatchObject({ code: 'WEIR_DOCUMENT_CONFLICT' });
        }
        expect((await registry().alias(name, CHAMPION))?.revision).toBe(1);
        await expect(moveTo(name, 1, 7)).rejects.toMatchObject({ code: 'WEIR_DOCUMENT_CONFLICT' });
      });

      it('forgets no move of many at once, and the last event is the state', async () => {
        const name = newName();
        await addVersions(name, 30);
        const versions = Array.from({ length: 30 }, (_, index) => index + 1);
        await Promise.all(versions.map((version) => moveTo(name, version)));
        const stored = await registry().alias(name, CHAMPION);
        expect(stored?.revision).toBe(30);
        const history = [stored?.value.version ?? 0, ...(stored?.value.previous ?? [])];
        expect(history.toSorted((a, b) => a - b)).toEqual(versions);
        expect(eventsOf(name).at(-1)).toMatchObject({ revision: 30, version: stored?.value.version });
      });

      it('is stored before it is published: a bus that is away loses no move, and asking again publishes it', async () => {
        const name = newName();
        await addVersions(name, 1);
        backends.bus.fail('publish', new WeirError('WEIR_BUS_UNAVAILABLE', 'away'));
        await expect(moveTo(name, 1)).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
        expect(await registry().champion(name)).toMatchObject({ version: 1 });
        await moveTo(name, 1);
        expect(eventsOf(name)).toMatchObject([{ version: 1, revision: 1 }]);
      });

      it('lists those of one model or of all', async () => {
        const name = newName();
        await addVersions(name, 2);
        await moveTo(name, 2);
        await registry().move({ name, alias: 'challenger', version: 1, by: 'test', reason: '' });
        const own = await registry().aliases(name);
        expect(own.map(({ value }) => [value.alias, value.version])).toEqual([
          ['challenger', 1],
          ['champion', 2],
        ]);
        expect((await registry().aliases()).length).toBeGreaterThan(own.length);
      });
    });

    describe('rollback', () => {
      const back = (name: string, ifVersion?: number) =>
        registry().rollback({
          name,
          by: 'test',
          reason: 'it was worse',
          ...(ifVersion === undefined ? {} : { ifVersion }),
        });

      it('goes back one champion at a time, to the first', async () => {
        const name = newName();
        await addVersions(name, 3);
        for (const version of [1, 3, 2]) await moveTo(name, version);
        expect((await back(name)).value).toMatchObject({ version: 3, previous: [1], reason: 'it was worse' });
        expect((await back(name)).value).toMatchObject({ version: 1, previous: [] });
        await expect(back(name)).rejects.toMatchObject({ code: 'WEIR_ALIAS_INVALID' });
        expect(eventsOf(name).map((event) => event.version)).toEqual([1, 3, 2, 3, 1]);
        expect(eventsOf(name).map((event) => event.revision)).toEqual([1, 2, 3, 4, 5]);
      });

      it('needs an earlier champion', async () => {
        const name = newName();
        await expect(back(name)).rejects.toMatchObject({ code: 'WEIR_ALIAS_INVALID' });
        await addVersions(name, 1);
        await moveTo(name, 1);
        await expect(back(name)).rejects.toMatchObject({ code: 'WEIR_ALIAS_INVALID' });
        expect(eventsOf(name)).toHaveLength(1);
      });

      it('takes one step from a version, however often it is asked, and says it again', async () => {
        const name = newName();
        await addVersions(name, 3);
        for (const version of [1, 2, 3]) await moveTo(name, version);
        const once = await back(name, 3);
        expect(await back(name, 3)).toEqual(once);
        expect(once.value).toMatchObject({ version: 2, previous: [1], rolledBackFrom: 3 });
        expect(eventsOf(name).map((event) => event.version)).toEqual([1, 2, 3, 2, 2]);
      });

      it('does not go back from a version that is not champion any more', async () => {
        const name = newName();
        await addVersions(name, 3);
        for (const version of [1, 2, 3]) await moveTo(name, version);
        await expect(back(name, 1)).rejects.toMatchObject({ code: 'WEIR_DOCUMENT_CONFLICT' });
        await back(name, 3);
        await moveTo(name, 1);
        await expect(back(name, 3)).rejects.toMatchObject({ code: 'WEIR_DOCUMENT_CONFLICT' });
        expect((await registry().alias(name, CHAMPION))?.value.version).toBe(1);
      });

      it('takes a step for each of several at once', async () => {
        const name = newName();
        await addVersions(name, 6);
        for (let version = 1; version <= 6; version++) await moveTo(name, version);
        await Promise.all([back(name), back(name), back(name)]);
        expect((await registry().alias(name, CHAMPION))?.value).toMatchObject({
          version: 3,
          previous: [2, 1],
        });
        expect(eventsOf(name).at(-1)).toMatchObject({ version: 3, revision: 9 });
      });
    });
  });
}
