import { type FeatureSchema, positiveIndexOf, URL_SCHEMA } from '@weir/contracts';
import { type ModelArtifact, matrixOf, type TermRows, type TrainingInput, trainModel } from '@weir/learning';
import {
  extractUrlFeatures,
  hashTerms,
  isUrlProblem,
  parseUrl,
  TERM_BLOCK_SIZE,
  TERM_BLOCKS,
  TERM_HASHING,
  TermBuffer,
  urlFeatureNames,
} from '@weir/url-features';
import { generateUrls } from './generated-urls.js';

const LINEAGE = {
  snapshotId: 'snapshot-of-a-test',
  snapshotSha256: '0'.repeat(64),
  runId: 'run-of-a-test',
  createdAt: '2026-01-01T00:00:00.000Z',
};

export interface ModelOptions {
  readonly seed?: number;
  readonly trees?: number;
}

/** A forest over generated URLs: real in every part, small in all. */
export async function trainUrlModel({ seed = 1, trees = 8 }: ModelOptions = {}): Promise<ModelArtifact> {
  const urls = generateUrls(400, seed).map(({ url }) => url);
  const rows = urls.map((url) => [...featuresOf(url)]);
  const labels = Int32Array.from(rows, (_, index) => index % 2);
  return train(URL_SCHEMA, urlFeatureNames, rows, labels, { seed, trees, terms: termsOf(urls) });
}

/** A forest over rows of the schema's own columns, of which the first tells the class. */
export async function trainTabularModel(
  schema: FeatureSchema,
  options: ModelOptions = {},
): Promise<ModelArtifact> {
  const { seed = 1, trees = 8 } = options;
  const names = schema.columns.map(({ name }) => name);
  const classes = schema.label.classes.length;
  const rows = Array.from({ length: 60 * classes }, (_, row) =>
    names.map((_name, column) => (column === 0 ? row % classes : ((row * (column + 7)) % 11) / 11)),
  );
  const labels = Int32Array.from(rows, (_, row) => row % classes);
  return train(schema, names, rows, labels, { seed, trees });
}

async function train(
  schema: FeatureSchema,
  featureNames: readonly string[],
  rows: readonly (readonly number[])[],
  labels: Int32Array,
  { seed, trees, terms }: Required<ModelOptions> & { readonly terms?: TermRows },
): Promise<ModelArtifact> {
  const classes = schema.label.classes.map(({ name }) => name);
  const input: TrainingInput = {
    data: { matrix: matrixOf(rows), labels, classes: classes.length },
    schema: schema.name,
    featureNames,
    classes,
    positiveIndex: positiveIndexOf(schema.label),
    ...(terms && { terms }),
    seed,
    lineage: { ...LINEAGE, rows: rows.length },
    algorithms: ['random-forest'],
    grids: { 'random-forest': { nEstimators: [trees] } },
  };
  return (await trainModel(input, { workers: 0 })).artifact;
}

function featuresOf(url: string): Float32Array {
  const parsed = parseUrl(url);
  if (isUrlProblem(parsed)) throw new Error(`${url}: ${parsed.message}`);
  const row = new Float32Array(urlFeatureNames.length);
  extractUrlFeatures(parsed, row);
  return row;
}

function termsOf(urls: readonly string[]): TermRows {
  const buffer = new TermBuffer();
  const offsets = new Float64Array(urls.length + 1);
  for (const [row, url] of urls.entries()) {
    const parsed = parseUrl(url);
    if (!isUrlProblem(parsed)) hashTerms(parsed, buffer);
    offsets[row + 1] = buffer.length;
  }
  const ids = buffer.ids.slice(0, buffer.length);
  return { hashing: TERM_HASHING, blocks: TERM_BLOCKS, blockSize: TERM_BLOCK_SIZE, offsets, ids };
}
