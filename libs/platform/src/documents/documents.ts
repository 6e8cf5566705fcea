/**
 * A JSON document's members, kept as `JSON.stringify` writes them: `undefined` members vanish, dates become text.
 * Member names may hold dots, but not begin with `$`, hold NUL or be `_bsontype`. Up to 4 MiB of JSON.
 */
export type DocumentValue = object;

/** A document as stored: `revision` starts at 1 and grows by one with each write. */
export interface Stored<T extends DocumentValue> {
  readonly id: string;
  readonly revision: number;
  readonly value: T;
}

export interface CollectionSpec {
  readonly name: string;
  /**
   * Members that `find` may filter by, with equality. Dotted paths are not supported. An indexed member is text, a
   * number, a boolean, null or absent; a unique one is not null. A document without it is in no index.
   */
  readonly indexes: readonly DocumentIndex[];
}

export interface DocumentIndex {
  readonly field: string;
  readonly unique?: boolean;
}

export interface FindOptions {
  /** Equality on indexed members; all must hold. */
  readonly where?: Readonly<Record<string, string | number | boolean>>;
  /** By id, in the order of its UTF-8 bytes. Default `ascending`. */
  readonly order?: 'ascending' | 'descending';
  /** Only ids after this one, in the order asked for. */
  readonly after?: string;
  /** 1 to 1,000; default 100. */
  readonly limit?: number;
}

export interface DocumentPage<T extends DocumentValue> {
  readonly items: readonly Stored<T>[];
  /** Give it as `after` for the next page; `null` at the end. */
  readonly next: string | null;
}

/**
 * Ids are 1 to 512 bytes of well-formed UTF-8 without control characters. What breaks a rule of this page is refused
 * with `WEIR_REQUEST_INVALID` (too large a document: `WEIR_REQUEST_TOO_LARGE`); reading an impossible id finds nothing.
 * Where the server is away, operations reject with `WEIR_DOCUMENTS_UNAVAILABLE`, and a write may then have happened.
 */
export interface Collection<T extends DocumentValue> {
  get(id: string): Promise<Stored<T> | null>;
  /** Rejects with `WEIR_DOCUMENT_EXISTS` if the id, or a unique index's value, is taken. */
  insert(id: string, value: T): Promise<Stored<T>>;
  /** Compare-and-set. Rejects with `WEIR_DOCUMENT_CONFLICT` if `revision` is not the stored one, or nothing is stored; with `WEIR_DOCUMENT_EXISTS` if a unique index's value is taken. */
  replace(id: string, value: T, revision: number): Promise<Stored<T>>;
  /** Whether something was deleted. */
  delete(id: string): Promise<boolean>;
  find(options?: FindOptions): Promise<DocumentPage<T>>;
}

/** Small JSON documents with unique ids, equality indexes and compare-and-set. No transactions over several documents. */
export interface Documents {
  /**
   * The collection, whose indexes are made before its first operation: a server away at start is no reason to fail.
   * Cheap to call again. A new unique index over values that are not unique rejects with `WEIR_DOCUMENT_EXISTS`.
   */
  collection<T extends DocumentValue>(spec: CollectionSpec): Promise<Collection<T>>;
  check(): Promise<void>;
  close(): Promise<void>;
}
