import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FeatureSchema } from '@weir/contracts';
import type { Backends } from '../backends/index.js';
import {
  SnapshotCatalog,
  type SnapshotManifest,
  type SnapshotValue,
  SnapshotWriter,
} from '../snapshots/index.js';

/** A row as a snapshot takes it: values in the schema's order, and the class index, -1 for none. */
export interface SnapshotRow {
  readonly values: readonly SnapshotValue[];
  readonly label: number;
}

export interface StoredSnapshotOptions {
  readonly parent?: string;
  readonly runId?: string;
}

/** Stores rows as a snapshot and enters it in the catalogue, as ingestion does. */
export async function storeSnapshot(
  { objects, documents }: Pick<Backends, 'objects' | 'documents'>,
  schema: FeatureSchema,
  rows: Iterable<SnapshotRow>,
  { parent, runId = 'ingested' }: StoredSnapshotOptions = {},
): Promise<SnapshotManifest> {
  const writer = await SnapshotWriter.open(schema);
  try {
    for (const { values, label } of rows) await writer.add(values, label);
    const manifest = await writer.store(objects, {
      source: { kind: 'file', name: 'test.csv' },
      runId,
      createdAt: new Date().toISOString(),
      ...(parent === undefined ? {} : { parent }),
    });
    return await new SnapshotCatalog(documents).record(manifest);
  } finally {
    await writer.dispose();
  }
}

const WEBSITES = new URL('../../../../datasets/uci-phishing-websites.csv.gz', import.meta.url);

/** The 11,055 rows of UCI 327 as the project ships them, for schema `uci-30`. */
export function uciWebsiteRows(): SnapshotRow[] {
  const [, ...lines] = gunzipSync(readFileSync(WEBSITES)).toString('utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const values = line.split(',').map(Number);
    return { values: values.slice(0, -1), label: values.at(-1) === -1 ? 0 : 1 };
  });
}
