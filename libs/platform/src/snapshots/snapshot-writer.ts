import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureSchema, SourcePosition } from '@weir/contracts';
import type { KeyValue, SchemaElement } from 'hyparquet';
import { WeirError } from '../errors/index.js';
import type { Objects } from '../objects/index.js';
import {
  type SnapshotColumns,
  type SnapshotManifest,
  snapshotColumnsOf,
  snapshotDataKey,
  snapshotIdOf,
  snapshotManifestKey,
  splitSeedOf,
} from './manifest.js';
import { ParquetFile } from './parquet-file.js';
import {
  FeatureRowGroup,
  type RowGroupBuffer,
  type SnapshotValue,
  TextRowGroup,
} from './row-group-buffer.js';

/** Rows of a row group. Part of a snapshot's identity: another size gives other bytes for the same rows. */
export const ROW_GROUP_ROWS = 65_536;

export interface SnapshotWriterOptions {
  /** Where the Parquet is built before its name is known; the system's folder for temporary files by default. */
  readonly temporaryFolder?: string;
  readonly rowGroupRows?: number;
}

/** What a manifest says beyond the rows. */
export interface SnapshotProvenance {
  readonly source: SourcePosition;
  readonly runId: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly parent?: string;
}

/** The rows' own facts, known once the last is written. */
export interface SnapshotContent {
  readonly id: string;
  readonly rows: number;
  readonly sha256: string;
}

/**
 * Builds one snapshot from rows handed in one by one; memory holds one row group.
 * `add` every row, `finish`, `store`, and `dispose` in any case.
 */
export class SnapshotWriter {
  readonly #columns: SnapshotColumns;
  readonly #buffer: RowGroupBuffer;
  readonly #classCounts: number[];
  #unlabelled = 0;
  #content: SnapshotContent | undefined;

  private constructor(
    private readonly schema: FeatureSchema,
    private readonly folder: string,
    private readonly file: ParquetFile,
    rowGroupRows: number,
  ) {
    this.#columns = snapshotColumnsOf(schema);
    const { columns, textColumns } = this.#columns;
    this.#buffer =
      textColumns.length > 0
        ? new TextRowGroup(textColumns, schema.label.column, rowGroupRows)
        : new FeatureRowGroup(columns, schema.label.column, rowGroupRows);
    this.#classCounts = schema.label.classes.map(() => 0);
  }

  static async open(schema: FeatureSchema, options: SnapshotWriterOptions = {}): Promise<SnapshotWriter> {
    const folder = await mkdtemp(join(options.temporaryFolder ?? tmpdir(), 'weir-snapshot-'));
    const path = join(folder, 'data.parquet');
    const file = await ParquetFile.create(path, parquetSchemaOf(schema), parquetMetadataOf(schema));
    return new SnapshotWriter(schema, folder, file, options.rowGroupRows ?? ROW_GROUP_ROWS);
  }

  get rows(): number {
    return this.#classCounts.reduce((sum, each) => sum + each, this.#unlabelled);
  }

  /**
   * One row: values in the order of the schema's columns (features) or of its text columns, and the label's class
   * index, -1 for none. Returns a promise when a row group is written: await it before the next row.
   * Throws `RangeError` for a class that the schema has not, `TypeError` for a value of the wrong type.
   */
  add(values: readonly SnapshotValue[], label: number): Promise<void> | undefined {
    if (label !== -1 && this.#classCounts[label] === undefined)
      throw new RangeError(`no class has index ${label}`);
    this.#buffer.add(values, label);
    if (label === -1) this.#unlabelled += 1;
    else this.#classCounts[label]! += 1;
    return this.#buffer.full ? this.file.writeRowGroup(this.#buffer.take()) : undefined;
  }

  /** Closes the Parquet. The same rows in the same order always give the same id. */
  async finish(): Promise<SnapshotContent> {
    if (this.#content !== undefined) return this.#content;
    await this.file.writeRowGroup(this.#buffer.take());
    const sha256 = await this.file.finish();
    this.#content = { id: snapshotIdOf(this.schema.name, sha256), rows: this.rows, sha256 };
    return this.#content;
  }

  /**
   * Puts the Parquet, then the manifest. Where the same rows are stored already nothing is written, and the manifest
   * that stands there is given back. Rejects with `WEIR_OBJECT_CORRUPT` if other bytes stand under the snapshot's key.
   */
  async store(objects: Objects, provenance: SnapshotProvenance): Promise<SnapshotManifest> {
    const { id, rows, sha256 } = await this.finish();
    const objectKey = snapshotDataKey(id);
    const put = await objects.put(objectKey, createReadStream(this.file.path));
    if (put.sha256 !== sha256) {
      throw new WeirError('WEIR_OBJECT_CORRUPT', `${objectKey} does not hold the rows of snapshot ${id}`);
    }
    const { classes, column } = this.schema.label;
    const manifest: SnapshotManifest = {
      id,
      schema: this.schema.name,
      rows,
      sha256,
      objectKey,
      ...this.#columns,
      label: column,
      labelled: rows > 0 && this.#unlabelled === 0,
      classCounts: Object.fromEntries(classes.map((each, index) => [each.name, this.#classCounts[index]!])),
      splitSeed: splitSeedOf(sha256),
      ...provenance,
    };
    return putManifest(objects, manifest);
  }

  /** Removes the temporary file. */
  async dispose(): Promise<void> {
    if (this.#content === undefined) await this.file.close().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function putManifest(objects: Objects, manifest: SnapshotManifest): Promise<SnapshotManifest> {
  const key = snapshotManifestKey(manifest.id);
  const put = await objects.put(key, Buffer.from(JSON.stringify(manifest)));
  if (put.created) return manifest;
  return JSON.parse((await objects.read(key)).toString()) as SnapshotManifest;
}

function parquetSchemaOf(schema: FeatureSchema): SchemaElement[] {
  const { columns, textColumns } = snapshotColumnsOf(schema);
  return [
    { name: 'root', num_children: columns.length + textColumns.length + 1 },
    // Double, so that the file keeps what was read; learners take single precision.
    ...columns.map((name): SchemaElement => ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' })),
    ...textColumns.map(
      (name): SchemaElement => ({
        name,
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
        repetition_type: 'OPTIONAL',
      }),
    ),
    { name: schema.label.column, type: 'INT32', repetition_type: 'REQUIRED' },
  ];
}

/** Lets someone who opens the Parquet elsewhere read the label's indexes. */
function parquetMetadataOf({ name, label }: FeatureSchema): KeyValue[] {
  return [
    { key: 'weir.schema', value: name },
    { key: 'weir.classes', value: JSON.stringify(label.classes.map((each) => each.name)) },
  ];
}
