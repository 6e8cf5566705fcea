import type { FeatureSchema, SourcePosition } from '@weir/contracts';

/** What a snapshot is and where it came from. Stored as JSON beside the Parquet, and in the catalogue. */
export interface SnapshotManifest {
  /** Content-addressed: `<schema>-<first 16 hexadecimal digits of sha256>`. */
  readonly id: string;
  readonly schema: string;
  readonly rows: number;
  /** SHA-256 of the Parquet bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly objectKey: string;
  /** Feature columns in order; empty for url input. */
  readonly columns: readonly string[];
  /** Text columns in order: the URL's column, then its context; empty for feature input. */
  readonly textColumns: readonly string[];
  /** The label's column. In the Parquet it holds the class's index in the schema, -1 where there is no label. */
  readonly label: string;
  /** Whether every row has a label. */
  readonly labelled: boolean;
  /** Rows by class name, classes without rows included. */
  readonly classCounts: Readonly<Record<string, number>>;
  readonly source: SourcePosition;
  /** The newest snapshot of the same schema when this one was made. */
  readonly parent?: string;
  /** Seed for splitting the rows: a function of their content, so the same rows always split alike. 31 bits. */
  readonly splitSeed: number;
  /** The run that made it first. */
  readonly runId: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Columns of a schema as a snapshot stores them: either features or text. */
export interface SnapshotColumns {
  readonly columns: readonly string[];
  readonly textColumns: readonly string[];
}

export function snapshotColumnsOf(schema: FeatureSchema): SnapshotColumns {
  if (schema.input.kind === 'url') {
    return { columns: [], textColumns: [schema.input.column, ...schema.input.context] };
  }
  return { columns: schema.columns.map((each) => each.name), textColumns: [] };
}

export function snapshotIdOf(schema: string, sha256: string): string {
  return `${schema}-${sha256.slice(0, 16)}`;
}

export function splitSeedOf(sha256: string): number {
  return Number.parseInt(sha256.slice(0, 8), 16) >>> 1;
}

export function snapshotDataKey(id: string): string {
  return `snapshots/${id}/data.parquet`;
}

export function snapshotManifestKey(id: string): string {
  return `snapshots/${id}/manifest.json`;
}
