import { WeirError } from '../errors/index.js';
import type { CollectionSpec, DocumentValue, FindOptions } from './documents.js';

export type IndexedValue = string | number | boolean;

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;
const COLLECTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;
const IMPOSSIBLE_IN_ID = /[\p{Cc}\p{Surrogate}]/u;
const MAX_ID_BYTES = 512;
const MAX_JSON_CHARACTERS = 4 * 1024 * 1024;

const refuse = (detail: string) => new WeirError('WEIR_REQUEST_INVALID', detail);

export function isPossibleId(id: string): boolean {
  return id !== '' && Buffer.byteLength(id) <= MAX_ID_BYTES && !IMPOSSIBLE_IN_ID.test(id);
}

export function checkId(id: string): void {
  if (!isPossibleId(id)) {
    throw refuse(`A document id is 1 to ${MAX_ID_BYTES} bytes of text without control characters.`);
  }
}

export function checkSpec(spec: CollectionSpec): void {
  if (!COLLECTION_NAME.test(spec.name)) throw refuse(`"${spec.name}" cannot name a collection.`);
  const bad = spec.indexes.find(({ field }) => !NAME.test(field));
  if (bad !== undefined) throw refuse(`"${bad.field}" cannot be indexed: give a plain member name.`);
}

/** `find`'s options with their defaults, checked: cursors and limits come from callers outside. */
export interface FindPlan {
  readonly where: readonly (readonly [field: string, value: IndexedValue])[];
  readonly descending: boolean;
  readonly after: string | undefined;
  readonly limit: number;
}

export function planFind(spec: CollectionSpec, options: FindOptions = {}): FindPlan {
  const { where = {}, order = 'ascending', after, limit = 100 } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) {
    throw refuse('A page holds 1 to 1,000 documents.');
  }
  if (after !== undefined && !isPossibleId(after)) throw refuse('The cursor is not one that was given out.');
  const filters = Object.entries(where);
  const unindexed = filters.find(([field]) => !spec.indexes.some((index) => index.field === field));
  if (unindexed !== undefined) throw refuse(`"${unindexed[0]}" of ${spec.name} is not indexed.`);
  return { where: filters, descending: order === 'descending', after, limit };
}

/** A copy of the value as JSON keeps it. Both adapters store this, so that what one refuses the other refuses too. */
export function toStorable<T extends DocumentValue>(spec: CollectionSpec, value: T): T {
  const json = stringify(value);
  if (json.length > MAX_JSON_CHARACTERS) {
    throw new WeirError('WEIR_REQUEST_TOO_LARGE', `A document of ${spec.name} is larger than 4 MiB of JSON.`);
  }
  const storable: unknown = JSON.parse(json, refuseBadNames);
  if (typeof storable !== 'object' || storable === null || Array.isArray(storable)) {
    throw refuse('A document is a JSON object.');
  }
  checkIndexed(spec, storable as Record<string, unknown>);
  return storable as T;
}

function stringify(value: DocumentValue): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (cause) {
    throw new WeirError('WEIR_REQUEST_INVALID', 'The document cannot be written as JSON.', { cause });
  }
}

function refuseBadNames(name: string, value: unknown): unknown {
  if (name.startsWith('$') || name.includes('\0') || name === '_bsontype') {
    throw refuse(`${JSON.stringify(name)} cannot name a member of a document.`);
  }
  return value;
}

function checkIndexed(spec: CollectionSpec, value: Readonly<Record<string, unknown>>): void {
  for (const { field, unique = false } of spec.indexes) {
    const member = value[field];
    if (unique && member === null) throw refuse(`"${field}" is unique and cannot be null.`);
    if (typeof member === 'object' && member !== null) {
      throw refuse(`"${field}" is indexed: text, a number, a boolean or null.`);
    }
  }
}

/** The member's value if an index can hold it. */
export function indexedValue(value: DocumentValue, field: string): IndexedValue | undefined {
  const member: unknown = Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined;
  return typeof member === 'string' || typeof member === 'number' || typeof member === 'boolean'
    ? member
    : undefined;
}

export const existsError = (collection: string, id: string, cause?: unknown) =>
  new WeirError('WEIR_DOCUMENT_EXISTS', `${collection} holds "${id}", or a unique value of it, already.`, {
    cause,
    context: { collection, id },
  });

export const conflictError = (collection: string, id: string, revision: number) =>
  new WeirError('WEIR_DOCUMENT_CONFLICT', `"${id}" of ${collection} is not at revision ${revision}.`, {
    context: { collection, id, revision },
  });
