import type { Readable } from 'node:stream';

export interface ObjectInfo {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface PutResult extends ObjectInfo {
  /** False if an object stood at the key already; it was left as it was. */
  readonly created: boolean;
}

/**
 * Immutable byte objects by key. Keys are `/`-separated names of letters, digits, `.`, `_`, `-`; no `..`, no leading `/`.
 */
export interface Objects {
  /** Puts if absent, atomically: readers see the whole object or none. A stream is never held in memory whole. */
  put(key: string, body: Uint8Array | Readable): Promise<PutResult>;
  head(key: string): Promise<ObjectInfo | null>;
  /**
   * The object's bytes. The stream fails with `WEIR_OBJECT_CORRUPT` at its end if they do not have the SHA-256 `expected`
   * (or, without it, the one recorded at `put`). Rejects with `WEIR_OBJECT_MISSING` if there is none.
   */
  get(key: string, expected?: { readonly sha256: string }): Promise<Readable>;
  /** The same, whole, for small objects; refuses more than `maxBytes` (default 256 MiB). */
  read(key: string, expected?: { readonly sha256: string; readonly maxBytes?: number }): Promise<Buffer>;
  delete(key: string): Promise<void>;
  check(): Promise<void>;
  close(): Promise<void>;
}
