import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Collection, CollectionSpec, Documents, DocumentValue } from '../documents/index.js';
import { isWeirError } from '../errors/index.js';
import { documentRulesContract } from './documents-rules-contract.js';

export interface DocumentsFixture {
  readonly documents: Documents;
  /** Another adapter on the same data, as a second process or the next start has it. */
  reopen(): Promise<Documents>;
  dispose(): Promise<void>;
}

export interface Run extends DocumentValue {
  readonly state: string;
  readonly name?: string;
  readonly count?: number;
  readonly done?: boolean;
}

export const RUNS: CollectionSpec = {
  name: 'runs',
  indexes: [{ field: 'state' }, { field: 'count' }, { field: 'done' }, { field: 'name', unique: true }],
};

/** A specification like `RUNS` under a name of its own: tests share the store, not the rows. */
export const ownSpec = (spec: CollectionSpec = RUNS): CollectionSpec => ({
  ...spec,
  name: `t${randomUUID().slice(0, 18)}`,
});

export type OpenCollection = <T extends DocumentValue = Run>(spec?: CollectionSpec) => Promise<Collection<T>>;

/** What every adapter of the `Documents` port promises. */
export function documentsContract(name: string, setup: () => Promise<DocumentsFixture>): void {
  describe(`${name} keeps the Documents contract`, () => {
    let fixture: DocumentsFixture;

    beforeAll(async () => {
      fixture = await setup();
    });
    afterAll(() => fixture.dispose());

    const open: OpenCollection = (spec = ownSpec()) => fixture.documents.collection(spec);

    it('answers its check', async () => {
      await expect(fixture.documents.check()).resolves.toBeUndefined();
    });

    it('inserts, reads, replaces and deletes', async () => {
      const runs = await open();
      expect(await runs.get('r1')).toBeNull();
      expect(await runs.insert('r1', { state: 'queued' })).toEqual(at('r1', 1, { state: 'queued' }));
      expect(await runs.replace('r1', { state: 'running' }, 1)).toEqual(at('r1', 2, { state: 'running' }));
      expect(await runs.get('r1')).toEqual(at('r1', 2, { state: 'running' }));
      expect(await runs.delete('r1')).toBe(true);
      expect(await runs.delete('r1')).toBe(false);
      expect(await runs.get('r1')).toBeNull();
    });

    it('keeps collections apart', async () => {
      const [one, other] = [await open(), await open()];
      await one.insert('same', { state: 'one' });
      await other.insert('same', { state: 'other' });
      expect((await one.find()).items).toEqual([at('same', 1, { state: 'one' })]);
      expect((await one.get('same'))?.value).toEqual({ state: 'one' });
    });

    it('refuses a taken id, a taken unique value and an old revision', async () => {
      const runs = await open();
      await runs.insert('a', { state: 's', name: 'first' });
      await runs.insert('b', { state: 's', name: 'second' });
      await expectCode(runs.insert('a', { state: 't' }), 'WEIR_DOCUMENT_EXISTS');
      await expectCode(runs.insert('c', { state: 't', name: 'first' }), 'WEIR_DOCUMENT_EXISTS');
      await expectCode(runs.replace('b', { state: 't', name: 'first' }, 1), 'WEIR_DOCUMENT_EXISTS');
      await expectCode(runs.replace('a', { state: 't' }, 2), 'WEIR_DOCUMENT_CONFLICT');
      await expectCode(runs.replace('none', { state: 't' }, 1), 'WEIR_DOCUMENT_CONFLICT');
      expect((await runs.find()).items).toEqual([
        at('a', 1, { state: 's', name: 'first' }),
        at('b', 1, { state: 's', name: 'second' }),
      ]);
    });

    it('frees a unique value when its document gives it up, and lets many have none', async () => {
      const runs = await open();
      await runs.insert('a', { state: 's', name: 'n' });
      await runs.insert('b', { state: 's' });
      await runs.insert('c', { state: 's' });
      await runs.replace('a', { state: 's', name: 'n' }, 1);
      await runs.replace('a', { state: 's', name: 'm' }, 2);
      await runs.insert('d', { state: 's', name: 'n' });
      await runs.delete('d');
      await expect(runs.insert('e', { state: 's', name: 'n' })).resolves.toMatchObject({ revision: 1 });
    });

    it('has exactly one of 100 concurrent inserts of an id win', async () => {
      const runs = await open();
      const attempts = Array.from({ length: 100 }, (_, count) => runs.insert('one', { state: 's', count }));
      const winners = await winnersOf(attempts);
      expect(winners).toHaveLength(1);
      expect(await runs.get('one')).toEqual(winners[0]);
    });

    it('has exactly one of 100 concurrent inserts of a unique value win', async () => {
      const runs = await open();
      const attempts = Array.from({ length: 100 }, (_, count) =>
        runs.insert(`id${count}`, { state: 's', name: 'one', count }),
      );
      const winners = await winnersOf(attempts);
      expect((await runs.find({ where: { name: 'one' } })).items).toEqual(winners);
      expect((await runs.find()).items).toHaveLength(1);
    });

    it('loses none of 50 concurrent increments by compare-and-set', async () => {
      const runs = await open();
      await runs.insert('counter', { state: 's', count: 0 });
      await Promise.all(Array.from({ length: 50 }, () => increment(runs, 'counter')));
      expect(await runs.get('counter')).toEqual(at('counter', 51, { state: 's', count: 50 }));
    });

    it('filters by text, number and boolean, and by several at once', async () => {
      const runs = await open();
      await runs.insert('a', { state: 'x', count: 1, done: true });
      await runs.insert('b', { state: 'x', count: 2, done: false });
      await runs.insert('c', { state: '1', count: 1, done: true });
      expect(await ids(runs, { where: { state: 'x' } })).toEqual(['a', 'b']);
      expect(await ids(runs, { where: { count: 1 } })).toEqual(['a', 'c']);
      expect(await ids(runs, { where: { done: true, state: 'x' } })).toEqual(['a']);
      expect(await ids(runs, { where: { state: '1', count: 1, done: true } })).toEqual(['c']);
      expect(await ids(runs, { where: { state: 'y' } })).toEqual([]);
    });

    it('follows a document through its index as it changes', async () => {
      const runs = await open();
      await runs.insert('a', { state: 'queued' });
      await runs.replace('a', { state: 'running' }, 1);
      expect(await ids(runs, { where: { state: 'queued' } })).toEqual([]);
      expect(await ids(runs, { where: { state: 'running' } })).toEqual(['a']);
      await runs.delete('a');
      expect(await ids(runs, { where: { state: 'running' } })).toEqual([]);
    });

    it('finds what another adapter on the same data wrote, also by a new index', async () => {
      const spec = ownSpec({ name: 'x', indexes: [] });
      const before = await open<Run>(spec);
      await before.insert('a', { state: 's', count: 7, name: 'n' });
      await before.insert('b', { state: 's', count: 8 });
      const again = await fixture.reopen();
      const after = await again.collection<Run>({ ...RUNS, name: spec.name });
      expect(await ids(after, { where: { count: 7 } })).toEqual(['a']);
      await expectCode(after.insert('c', { state: 's', name: 'n' }), 'WEIR_DOCUMENT_EXISTS');
      await again.close();
    });

    it('refuses a new unique index over values that are not unique', async () => {
      const spec = ownSpec({ name: 'x', indexes: [] });
      const before = await open<Run>(spec);
      await before.insert('a', { state: 's', name: 'n' });
      await before.insert('b', { state: 's', name: 'n' });
      const use = async () => (await open<Run>({ ...RUNS, name: spec.name })).find();
      await expectCode(use(), 'WEIR_DOCUMENT_EXISTS');
      expect(await ids(before, {})).toEqual(['a', 'b']);
    });

    documentRulesContract(open);
  });
}

const at = <T>(id: string, revision: number, value: T) => ({ id, revision, value });

export async function expectCode(operation: Promise<unknown>, code: string): Promise<void> {
  await expect(operation).rejects.toMatchObject({ name: 'WeirError', code });
}

async function winnersOf<T>(attempts: readonly Promise<T>[]): Promise<T[]> {
  const outcomes = await Promise.allSettled(attempts);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toMatchObject({ code: 'WEIR_DOCUMENT_EXISTS' });
    }
  }
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}

async function increment(runs: Collection<Run>, id: string): Promise<void> {
  const current = await runs.get(id);
  if (current === null) throw new Error(`${id} is gone`);
  const value = { ...current.value, count: (current.value.count ?? 0) + 1 };
  try {
    await runs.replace(id, value, current.revision);
  } catch (error) {
    if (!isWeirError(error, 'WEIR_DOCUMENT_CONFLICT')) throw error;
    await increment(runs, id);
  }
}

export async function ids(runs: Collection<Run>, options: Parameters<Collection<Run>['find']>[0]) {
  return (await runs.find(options)).items.map(({ id }) => id);
}
