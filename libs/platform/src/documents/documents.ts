/** A JSON document's members. */
export type DocumentValue = object;

/** A document as stored: `revision` starts at 1 and grows by one with each write. */
export interface Stored<T extends DocumentValue> {
  readonly id: string;
  readonly revision: number;
  readonly value: T;
}

export interface CollectionSpec {
  readonly name: string;
  /** Members that `find` may filter by, with equality. Dotted paths are not supported. */
  readonly indexes: readonly DocumentIndex[];
}

export interface DocumentIndex {
  readonly field: string;
  readonly unique?: boolean;
}

export interface FindOptions {
  /** Equality on indexed members; all must hold. */
  readonly where?: Readonly<Record<string, string | number | boolean>>;
  /** By id. Default `ascending`. */
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

export interface Collection<T extends DocumentValue> {
  get(id: string): Promise<Stored<T> | null>;
  /** Rejects with `WEIR_DOCUMENT_EXISTS` if the id, or a unique index's value, is taken. */
  insert(id: string, value: T): Promise<Stored<T>>;
  /** Compare-and-set. Rejects with `WEIR_DOCUMENT_CONFLICT` if `revision` is not the stored one, or nothing is stored. */
  replace(id: string, value: T, revision: number): Promise<Stored<T>>;
  /** Whether something was deleted. */
  delete(id: string): Promise<boolean>;
  find(options?: FindOptions): Promise<DocumentPage<T>>;
}

/** Small JSON documents with unique ids, equality indexes and compare-and-set. No transactions over several documents. */
export interface Documents {
  /** Makes sure the collection and its indexes are there. Cheap to call again. */
  collection<T extends DocumentValue>(spec: CollectionSpec): Promise<Collection<T>>;
  check(): Promise<void>;
  close(): Promise<void>;
}
