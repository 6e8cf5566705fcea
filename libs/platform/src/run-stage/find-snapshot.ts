import type { FeatureSchema, SchemaRegistry } from '@weir/contracts';
import { WeirError } from '../errors/index.js';
import type { SnapshotCatalog, SnapshotManifest } from '../snapshots/index.js';

export interface SnapshotOrder {
  readonly schema: string;
  readonly snapshotId?: string | undefined;
}

/** What an order names. Throws `WEIR_SCHEMA_UNKNOWN`. */
export function findSchema(schemas: SchemaRegistry, name: string): FeatureSchema {
  const schema = schemas.find(name);
  if (schema !== undefined) return schema;
  const known = schemas.names().join(', ');
  throw new WeirError('WEIR_SCHEMA_UNKNOWN', `There is no feature schema "${name}"; there are: ${known}`);
}

/** The same, with its snapshot. Rejects with `WEIR_SCHEMA_UNKNOWN` or `WEIR_NOT_FOUND`. */
export async function findSnapshot(
  schemas: SchemaRegistry,
  snapshots: SnapshotCatalog,
  { schema: name, snapshotId }: SnapshotOrder,
): Promise<{ readonly schema: FeatureSchema; readonly manifest: SnapshotManifest }> {
  const schema = findSchema(schemas, name);
  const manifest = snapshotId === undefined ? null : await snapshots.get(snapshotId);
  if (manifest !== null) return { schema, manifest };
  throw new WeirError('WEIR_NOT_FOUND', `There is no snapshot "${snapshotId ?? ''}"`);
}
