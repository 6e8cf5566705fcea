import { createHash } from 'node:crypto';
import type { IndexedValue } from '../document-rules.js';

/** `[collection, ROW, id]` or `[collection, ENTRY, digest, id]`: LMDB orders arrays element by element, text by UTF-8. */
export type Key = (string | number)[];

const SPEC = 0;
const ROW = 1;
const ENTRY = 2;

export const specKey = (collection: string): Key => [collection, SPEC];
export const rowKey = (collection: string, id: string): Key => [collection, ROW, id];
/** Sorts after every row of the collection, before its index entries. */
export const rowsEnd = (collection: string): Key => [collection, ENTRY];
export const rowsStart = (collection: string): Key => [collection, ROW];

/** An index entry's value is a digest, because an LMDB key holds 1,978 bytes and a member may be longer. */
export function digestOf(field: string, value: IndexedValue): string {
  return createHash('sha256')
    .update(JSON.stringify([field, value]))
    .digest('base64url');
}

export const entryKey = (collection: string, digest: string, id: string): Key => [
  collection,
  ENTRY,
  digest,
  id,
];
/** Around every entry of one value: digests are all equally long, so no other one sorts in between. */
export const entriesStart = (collection: string, digest: string): Key => [collection, ENTRY, digest];
export const entriesEnd = (collection: string, digest: string): Key => [collection, ENTRY, `${digest}~`];
