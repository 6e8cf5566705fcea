import type { SourcePosition, SourceRequest } from '@weir/contracts';
import type { Table } from '../formats/index.js';

/** A source that is being read. */
export interface OpenSource {
  /** Reading its rows fails with the source's own errors as well as the format's. */
  readonly table: Table;
  /** What was read, once the last row is: enough to read the same again. Never a credential. */
  position(): SourcePosition;
  close(): Promise<void>;
}

/**
 * A kind of source. `open` rejects with
 * `WEIR_REQUEST_INVALID` if the request lacks what this kind needs,
 * `WEIR_SOURCE_REFUSED` if it is not allowed or its server is not configured,
 * `WEIR_NOT_FOUND`, `WEIR_OBJECT_MISSING` or `WEIR_TOPIC_MISSING` if it is not there,
 * `WEIR_SOURCE_UNAVAILABLE` (transient) if its server is away.
 */
export interface Source {
  /** `expected`: the schema's columns, the label's included. */
  open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource>;
}
