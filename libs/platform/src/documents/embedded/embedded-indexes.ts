import type { Database } from 'lmdb';
import { indexedValue } from '../document-rules.js';
import type { CollectionSpec, DocumentIndex, DocumentValue } from '../documents.js';
import { digestOf, entriesEnd, entriesStart, entryKey, rowKey, rowsEnd, rowsStart, specKey } from './keys.js';

/** A row as it stands in LMDB. */
export interface Row<T extends DocumentValue = DocumentValue> {
  readonly revision: number;
  readonly value: T;
}

/** Whether another document holds one of the value's unique members. Call inside a transaction. */
export function clashes(rows: Database, spec: CollectionSpec, id: string, value: DocumentValue): boolean {
  return spec.indexes.some(({ field, unique = false }) => {
    const member = indexedValue(value, field);
    if (!unique || member === undefined) return false;
    const digest = digestOf(field, member);
    const range = { start: entriesStart(spec.name, digest), end: entriesEnd(spec.name, digest), limit: 2 };
    return [...rows.getKeys(range)].some((key) => (key as string[])[3] !== id);
  });
}

/** Takes the old value's index entries away and puts the new one's. Call inside a transaction. */
export function reindex(
  rows: Database,
  spec: CollectionSpec,
  id: string,
  change: { readonly from?: DocumentValue | undefined; readonly to?: DocumentValue },
): void {
  for (const { field } of spec.indexes) {
    const old = change.from && indexedValue(change.from, field);
    const fresh = change.to && indexedValue(change.to, field);
    if (old === fresh) continue;
    if (old !== undefined) rows.remove(entryKey(spec.name, digestOf(field, old), id));
    if (fresh !== undefined) rows.put(entryKey(spec.name, digestOf(field, fresh), id), true);
  }
}

/**
 * The indexes that the collection was ever asked for with, and those asked for now, whose entries it builds where rows
 * were written before them. Call inside a transaction. `undefined`, with nothing written, if a new unique index does
 * not hold.
 */
export function adopt(rows: Database, asked: CollectionSpec): CollectionSpec | undefined {
  const { name } = asked;
  const known = (rows.get(specKey(name)) ?? []) as readonly DocumentIndex[];
  const fresh = asked.indexes.filter((index) => !known.some((old) => sameIndex(old, index)));
  if (fresh.length === 0) return { name, indexes: known };
  if (fresh.some((index) => index.unique === true && !isUnique(rows, name, index.field))) return undefined;
  for (const [id, row] of allRows(rows, name)) reindex(rows, { name, indexes: fresh }, id, { to: row.value });
  const kept = known.filter(({ field }) => !fresh.some((index) => index.field === field));
  rows.put(specKey(name), [...kept, ...fresh]);
  return { name, indexes: [...kept, ...fresh] };
}

const sameIndex = (a: DocumentIndex, b: DocumentIndex) =>
  a.field === b.field && (a.unique ?? false) === (b.unique ?? false);

function isUnique(rows: Database, collection: string, field: string): boolean {
  const seen = new Set<unknown>();
  for (const [, { value }] of allRows(rows, collection)) {
    const member = indexedValue(value, field);
    if (member !== undefined && seen.has(member)) return false;
    seen.add(member);
  }
  return true;
}

function* allRows(rows: Database, collection: string): Generator<[id: string, row: Row]> {
  // Keys first: the walk must not stand on pages that its own writes move.
  const range = { start: rowsStart(collection), end: rowsEnd(collection) };
  const ids = [...rows.getKeys(range)].map((key) => (key as string[])[2] ?? '');
  for (const id of ids) yield [id, rows.get(rowKey(collection, id)) as Row];
}
