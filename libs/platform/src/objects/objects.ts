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
 * Immutable byte objects by key. Keys are `/`-separated names of ASCII letters, digits, `.`, `_`, `-`; no `..`, no
 * leading `/`; a name of up to 200 characters, a key of up to 512. A key is not also the folder of another (`a` and
 * `a/b`). An impossible key is refused with `WEIR_REQUEST_INVALID`. Where the store is away, operations reject, and
 * streams fail, with `WEIR_OBJECTS_UNAVAILABLE`; where a folder cannot be written, `WEIR_STATE_UNWRITABLE`.
 */
export interface Objects {
  /**
   * Puts if absent, atomically: readers see the whole object or none. A stream is never held in memory whole. If the
   * body fails, its own error is thrown and nothing is put. The result describes what stands at the key afterwards.
   */
  put(key: string, body: Uint8Array | Readable): Promise<PutResult>;
  /** `null` if there is none. */
  head(key: string): Promise<ObjectInfo | null>;
  /**
   * The object's bytes. The stream fails with `WEIR_OBJECT_CORRUPT` at its end if they do not have the SHA-256 `expected`
   * (or, without it, the one recorded at `put`). Rejects with `WEIR_OBJECT_MISSING` if there is none.
   */
  get(key: string, expected?: { readonly sha256: string }): Promise<Readable>;
  /** The same, whole, for small objects; refuses more than `maxBytes` (default 256 MiB) with `WEIR_OBJECT_TOO_LARGE`. */
  read(key: string, expected?: { readonly sha256?: string; readonly maxBytes?: number }): Promise<Buffer>;
  /** Nothing to delete is no error. */
  delete(key: string): Promise<void>;
  check(): Promise<void>;
  close(): Promise<void>;
}
