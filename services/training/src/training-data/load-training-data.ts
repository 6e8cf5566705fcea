import { type FeatureSchema, positiveIndexOf } from '@weir/contracts';
import type { RowSample } from '@weir/drift';
import { distinctRows, type Matrix, type TermRows } from '@weir/learning';
import { type SnapshotManifest, type SnapshotReader, WeirError } from '@weir/platform';
import { readFeatureRows } from './feature-rows.js';
import { populationSample } from './population-sample.js';
import { readUrlRows } from './url-rows.js';

/** A snapshot's labelled rows, ready for `libs/learning`. */
export interface LoadedData {
  readonly featureNames: readonly string[];
  readonly matrix: Matrix;
  /** Class index in the schema, for each row. */
  readonly labels: Int32Array;
  /** Rows of one group never stand on both sides of a split. */
  readonly groups: Int32Array;
  /** What a group is, for the model card: the same feature vector, or the same registrable domain. */
  readonly groupedBy: 'distinct-row' | 'registrable-domain';
  /** How much each row counts; all alike where absent. */
  readonly weights?: Float64Array | undefined;
  /** For a linear model beside the columns; URLs only. */
  readonly terms?: TermRows;
  /** A sample of all rows read, as a stream would give them: what the model's reference is made of. */
  readonly population?: RowSample;
  /** Rows left out: without a label, or with a URL that cannot be read. */
  readonly skipped: number;
}

/**
 * Reads a whole snapshot into one matrix (4 bytes a value).
 * Throws `WEIR_DATA_ONE_CLASS` if fewer than two classes have rows, the positive one among them.
 */
export async function loadTrainingData(
  reader: Pick<SnapshotReader, 'chunks'>,
  manifest: SnapshotManifest,
  schema: FeatureSchema,
): Promise<LoadedData> {
  const data =
    schema.input.kind === 'url'
      ? await fromUrls(reader, manifest, schema.input.column, positiveIndexOf(schema.label))
      : await fromFeatures(reader, manifest);
  refuseOneClass(schema, data.labels);
  return data;
}

async function fromUrls(
  reader: Pick<SnapshotReader, 'chunks'>,
  manifest: SnapshotManifest,
  column: string,
  positive: number,
): Promise<LoadedData> {
  return { ...(await readUrlRows(reader, manifest, column, positive)), groupedBy: 'registrable-domain' };
}

async function fromFeatures(
  reader: Pick<SnapshotReader, 'chunks'>,
  manifest: SnapshotManifest,
): Promise<LoadedData> {
  const rows = await readFeatureRows(reader, manifest);
  const population = populationSample(manifest.columns, manifest.splitSeed);
  population.add(rows.matrix.values, rows.matrix.rows);
  return {
    ...rows,
    population,
    featureNames: manifest.columns,
    groups: distinctRows(rows.matrix).ids,
    groupedBy: 'distinct-row',
  };
}

function refuseOneClass(schema: FeatureSchema, labels: Int32Array): void {
  const seen = new Set(labels);
  if (seen.size >= 2 && seen.has(positiveIndexOf(schema.label))) return;
  const names = [...seen].map((index) => schema.label.classes[index]?.name ?? '?').join(', ');
  throw new WeirError(
    'WEIR_DATA_ONE_CLASS',
    `The labels are all of: ${names || 'none'}; a model needs ${schema.label.positive} and another`,
  );
}
