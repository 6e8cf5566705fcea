import { Injectable } from '@nestjs/common';
import type { RunContinuation } from '@weir/contracts';
import { SnapshotCatalog, type SnapshotManifest, WeirError } from '@weir/platform';
import { invalidRequest, issue } from '../http/request-validation.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import type { RunRequest } from './run-requests.js';
import type { RunOrder } from './run-starter.js';
import { checkSearch } from './search-rules.js';
import { checkSource } from './source-rules.js';

/** Turns what a client asks for into a run that a stage can take. */
@Injectable()
export class RunPlanner {
  constructor(
    private readonly schemas: KnownSchemas,
    private readonly snapshots: SnapshotCatalog,
  ) {}

  /** Rejects with `WEIR_SCHEMA_UNKNOWN`, `WEIR_NOT_FOUND` (no such snapshot) or `WEIR_REQUEST_INVALID`. */
  async plan(request: RunRequest): Promise<RunOrder> {
    const schema = this.schemas.require(request.schema).name;
    const from = request.from ?? (request.source === undefined ? 'validation' : 'ingestion');
    if (request.search !== undefined) checkSearch(request.search);
    const run = continuationOf(request);
    if (from === 'ingestion') return { schema, from, source: sourceOf(request), ...run };
    if (request.source !== undefined) {
      throw invalidRequest([
        issue('source', 'oneOf', `a source is read from ingestion on, not from ${from}`),
      ]);
    }
    const { id } = await this.#snapshotOf(request);
    return { schema, from, snapshotId: id, ...run };
  }

  async #snapshotOf({ schema, snapshot }: RunRequest): Promise<SnapshotManifest> {
    if (snapshot === undefined) return this.#newestOf(schema);
    const found = await this.snapshots.get(snapshot);
    if (found === null) throw new WeirError('WEIR_NOT_FOUND', `There is no snapshot ${snapshot}`);
    if (found.schema !== schema) {
      throw invalidRequest([issue('snapshot', 'schema', `${snapshot} is a snapshot of ${found.schema}`)]);
    }
    return found;
  }

  async #newestOf(schema: string): Promise<SnapshotManifest> {
    const newest = await this.snapshots.newest(schema);
    if (newest !== null) return newest;
    throw new WeirError(
      'WEIR_NOT_FOUND',
      `There is no snapshot of ${schema} yet: POST /v1/snapshots makes one`,
    );
  }
}

function continuationOf({ search, leaks }: RunRequest): { run?: RunContinuation } {
  if (search === undefined && leaks === undefined) return {};
  return { run: { ...(search === undefined ? {} : { search }), ...(leaks === undefined ? {} : { leaks }) } };
}

function sourceOf({ source, snapshot }: RunRequest) {
  if (source === undefined) {
    throw invalidRequest([issue('source', 'isDefined', 'a run from ingestion needs a source')]);
  }
  if (snapshot !== undefined) {
    throw invalidRequest([issue('snapshot', 'oneOf', 'give either a source or a snapshot')]);
  }
  checkSource(source);
  return source;
}
