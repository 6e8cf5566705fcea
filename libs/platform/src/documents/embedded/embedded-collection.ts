import type { Database, RootDatabase } from 'lmdb';
import {
  checkId,
  conflictError,
  existsError,
  type FindPlan,
  indexedValue,
  isPossibleId,
  planFind,
  toStorable,
} from '../document-rules.js';
import type {
  Collection,
  CollectionSpec,
  DocumentPage,
  DocumentValue,
  FindOptions,
  Stored,
} from '../documents.js';
import { writeDurably } from './durable-write.js';
import { clashes, type Row, reindex } from './embedded-indexes.js';
import { digestOf, entriesEnd, entriesStart, entryKey, rowKey, rowsEnd, rowsStart } from './keys.js';

/** Where rows lie, and which indexes they have: those of every specification the collection was asked for with. */
export interface CollectionState {
  readonly root: RootDatabase;
  readonly rows: Database;
  spec: CollectionSpec;
}

/** One collection on LMDB. */
export class EmbeddedCollection<T extends DocumentValue> implements Collection<T> {
  constructor(
    private readonly state: CollectionState,
    private readonly assertOpen: () => void,
  ) {}

  async get(id: string): Promise<Stored<T> | null> {
    this.assertOpen();
    return isPossibleId(id) ? this.stored(id) : null;
  }

  async insert(id: string, value: T): Promise<Stored<T>> {
    this.assertOpen();
    checkId(id);
    const { root, rows, spec } = this.state;
    const storable = toStorable(spec, value);
    return writeDurably(root, () => {
      if (this.row(id) !== undefined || clashes(rows, spec, id, storable)) return existsError(spec.name, id);
      return this.write(id, { revision: 1, value: storable }, undefined);
    });
  }

  async replace(id: string, value: T, revision: number): Promise<Stored<T>> {
    this.assertOpen();
    checkId(id);
    const { root, rows, spec } = this.state;
    const storable = toStorable(spec, value);
    return writeDurably(root, () => {
      const old = this.row(id);
      if (old === undefined || old.revision !== revision) return conflictError(spec.name, id, revision);
      if (clashes(rows, spec, id, storable)) return existsError(spec.name, id);
      return this.write(id, { revision: revision + 1, value: storable }, old);
    });
  }

  async delete(id: string): Promise<boolean> {
    this.assertOpen();
    if (!isPossibleId(id)) return false;
    const { root, rows, spec } = this.state;
    return writeDurably(root, () => {
      const old = this.row(id);
      if (old === undefined) return false;
      reindex(rows, spec, id, { from: old.value });
      rows.remove(rowKey(spec.name, id));
      return true;
    });
  }

  async find(options?: FindOptions): Promise<DocumentPage<T>> {
    this.assertOpen();
    const plan = planFind(this.state.spec, options);
    const items: Stored<T>[] = [];
    for (const id of this.candidates(plan)) {
      const stored = this.stored(id);
      if (stored === null || !matches(stored.value, plan)) continue;
      if (items.length === plan.limit) return { items, next: items.at(-1)?.id ?? null };
      items.push(stored);
    }
    return { items, next: null };
  }

  /** Ids in order, from the first filter's index, or from the rows. */
  private *candidates({ where: [first], after, descending }: FindPlan): Generator<string> {
    const { name } = this.state.spec;
    const digest = first && digestOf(...first);
    const low = digest === undefined ? rowsStart(name) : entriesStart(name, digest);
    const high = digest === undefined ? rowsEnd(name) : entriesEnd(name, digest);
    const cursor =
      after === undefined
        ? undefined
        : digest === undefined
          ? rowKey(name, after)
          : entryKey(name, digest, after);
    const range = descending
      ? { start: cursor ?? high, end: low, reverse: true }
      : { start: cursor ?? low, end: high };
    const keys = this.state.rows.getKeys({ ...range, exclusiveStart: cursor !== undefined });
    for (const key of keys) yield (key as string[]).at(-1) ?? '';
  }

  private row(id: string): Row<T> | undefined {
    return this.state.rows.get(rowKey(this.state.spec.name, id)) as Row<T> | undefined;
  }

  private stored(id: string): Stored<T> | null {
    const row = this.row(id);
    return row === undefined ? null : { id, revision: row.revision, value: row.value };
  }

  private write(id: string, row: Row<T>, old: Row<T> | undefined): Stored<T> {
    const { rows, spec } = this.state;
    reindex(rows, spec, id, { from: old?.value, to: row.value });
    rows.put(rowKey(spec.name, id), row);
    return { id, ...row };
  }
}

function matches(value: DocumentValue, plan: FindPlan): boolean {
  return plan.where.every(([field, wanted]) => indexedValue(value, field) === wanted);
}
