import type { FeatureSchema } from '@weir/contracts';
import type { SnapshotCatalog, SnapshotManifest, SnapshotReader } from '@weir/platform';
import { type LoadedData, loadTrainingData } from '../training-data/load-training-data.js';
import { CorrectedSnapshot } from './corrected-snapshot.js';
import { type Corrections, readCorrections } from './corrections.js';

/** What a model is taught: a snapshot's rows, with the corrections of people in their place. */
export interface TaughtData {
  readonly data: LoadedData;
  /** Rows by class name. */
  readonly classCounts: Readonly<Record<string, number>>;
  readonly feedback: { readonly corrections: Corrections; readonly replacedRows: number } | null;
}

export interface TaughtDataParts {
  readonly reader: Pick<SnapshotReader, 'chunks'>;
  /** Of corrections. */
  readonly feedback: Pick<SnapshotCatalog, 'newest'>;
}

/** Rejects as {@link loadTrainingData} does. */
export async function loadTaughtData(
  { reader, feedback }: TaughtDataParts,
  manifest: SnapshotManifest,
  schema: FeatureSchema,
): Promise<TaughtData> {
  const { input, name } = schema;
  const corrections =
    input.kind === 'url'
      ? await readCorrections(reader, feedback, { schema: name, column: input.column })
      : null;
  if (corrections === null) {
    const data = await loadTrainingData(reader, manifest, schema);
    return { data, classCounts: manifest.classCounts, feedback: null };
  }
  const corrected = new CorrectedSnapshot(reader, manifest, corrections, schema);
  const data = await loadTrainingData(corrected, corrected.manifest, schema);
  const { replacedRows, classCounts } = corrected;
  // What a correction took the place of is not left out.
  const skipped = data.skipped - replacedRows;
  return { data: { ...data, skipped }, classCounts, feedback: { corrections, replacedRows } };
}
