import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { type Backends, ModelRegistry, SnapshotCatalog, WeirError } from '@weir/platform';

/** The data set that ships with Weir, and its schema. */
export const SHIPPED_DATA = fileURLToPath(
  new URL('../../../datasets/uci-phishing-websites.csv.gz', import.meta.url),
);
export const SHIPPED_SCHEMA = 'uci-30';

export interface TrainingPlan {
  readonly schema: string;
  readonly path: string;
}

/**
 * What to train at this start, or null: the file given, unless the registry has a model of exactly its bytes;
 * without one the shipped data, unless its schema has a champion.
 */
export async function planTraining(
  backends: Backends,
  data: string | undefined,
  schema: string,
): Promise<TrainingPlan | null> {
  const registry = new ModelRegistry(backends.documents, backends.bus, '/weir/standalone');
  if (data !== undefined) {
    if (!existsSync(data)) throw new WeirError('WEIR_CONFIG_INVALID', `--data: there is no file ${data}`);
    return (await isTrained(backends, registry, data, schema)) ? null : { schema, path: data };
  }
  const champion = await registry.champion(SHIPPED_SCHEMA);
  return champion === null ? { schema: SHIPPED_SCHEMA, path: SHIPPED_DATA } : null;
}

async function isTrained(
  backends: Backends,
  registry: ModelRegistry,
  path: string,
  schema: string,
): Promise<boolean> {
  const newest = await registry.newest(schema);
  if (newest === null) return false;
  const snapshot = await new SnapshotCatalog(backends.documents).get(newest.snapshotId);
  return snapshot?.source.position?.sha256 === (await sha256OfFile(path));
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
