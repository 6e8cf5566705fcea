import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { URL_SCHEMA } from '@weir/contracts';
import { type Backends, ModelRegistry, SnapshotCatalog, WeirError } from '@weir/platform';
import { GivenData } from './given-data.js';

/** The data set that ships with Weir, and its schema. */
export const SHIPPED_DATA = fileURLToPath(
  new URL('../../../datasets/uci-phishing-websites.csv.gz', import.meta.url),
);
export const SHIPPED_SCHEMA = 'uci-30';

/** The rows to learn from, and their schema. */
export interface TrainingTarget {
  readonly schema: string;
  readonly path: string;
}

export interface TrainingPlan extends TrainingTarget {
  /** The schema has no model: a quick one is to serve while the whole search goes on. */
  readonly isFirst: boolean;
  /** A run that an earlier start left unfinished: it goes on, and another would do the same again. */
  readonly runId?: string;
}

/** The file given, or else the data that ships with Weir. */
export function targetOf(data: string | undefined, schema: string): TrainingTarget {
  return data === undefined ? { schema: SHIPPED_SCHEMA, path: SHIPPED_DATA } : { schema, path: data };
}

/** Throws `WEIR_CONFIG_INVALID` unless `--data` names a file that can be read. */
export async function checkData(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new WeirError('WEIR_CONFIG_INVALID', `--data: there is no file ${path}`);
  if (!found.isFile()) throw new WeirError('WEIR_CONFIG_INVALID', `--data: ${path} is not a file`);
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new WeirError('WEIR_CONFIG_INVALID', `--data: ${path} may not be read`, { cause });
  });
}

/**
 * What to train at this start, or null: a run on it that was cut off, or else the file given, unless the registry has a model of exactly its bytes;
 * without one the shipped data, unless its schema has a champion.
 */
export async function planTraining(
  backends: Backends,
  data: string | undefined,
  schema: string,
): Promise<TrainingPlan | null> {
  const target = targetOf(data, schema);
  const registry = new ModelRegistry(backends.documents, backends.bus, '/weir/standalone');
  const champion = await registry.champion(target.schema);
  // Raw URLs have the starter model.
  const plan = { ...target, isFirst: champion === null && target.schema !== URL_SCHEMA.name };
  const cutOff = await new GivenData(backends.documents).unfinishedRun(plan.path, plan.schema);
  if (cutOff !== null) return { ...plan, runId: cutOff.id };
  const isDone = data === undefined ? champion !== null : await isTrained(backends, registry, data, schema);
  return isDone ? null : plan;
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
