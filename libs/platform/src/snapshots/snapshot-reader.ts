import { type DecodedArray, type ParquetRowRange, type ParquetScan, parquetScan } from 'hyparquet';
import { WeirError } from '../errors/index.js';
import type { Objects } from '../objects/index.js';
import type { SnapshotManifest } from './manifest.js';
import { openParquet, type ParquetSource, type ParquetSourceOptions } from './parquet-source.js';

/** Consecutive rows of a snapshot. */
export interface SnapshotChunk {
  readonly rows: number;
  /** rows × columns, row-major; `NaN` is missing. Empty for url input. */
  readonly features: Float32Array;
  /** By text column, `rows` entries each; `null` is missing. Empty for feature input. */
  readonly text: Readonly<Record<string, readonly (string | null)[]>>;
  /** Class index in the schema, -1 where there is no label. */
  readonly labels: Int32Array;
}

/** hyparquet's own decoder drops a byte order mark; here it is part of the text. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const PARSERS = { stringFromBytes: (bytes: Uint8Array | undefined) => bytes && DECODER.decode(bytes) };

/** Reads snapshots back, one row group at a time. */
export class SnapshotReader {
  constructor(
    private readonly objects: Objects,
    private readonly options: ParquetSourceOptions = {},
  ) {}

  /**
   * A snapshot's rows in their order. The SHA-256 of the whole object is verified before the first chunk is given.
   * Rejects with `WEIR_OBJECT_MISSING` if it is gone, and with `WEIR_OBJECT_CORRUPT` if the bytes are not the ones
   * that were stored, or are not what the manifest says.
   */
  async *chunks(manifest: SnapshotManifest): AsyncGenerator<SnapshotChunk, void, undefined> {
    const source = await openParquet(this.objects, manifest, this.options);
    try {
      const scan = await scanOf(source, manifest);
      for (const range of scan.ranges) yield await chunkOf(scan, range, manifest);
    } finally {
      await source.close();
    }
  }
}

async function scanOf(source: ParquetSource, manifest: SnapshotManifest): Promise<ParquetScan> {
  const columns = [...manifest.columns, ...manifest.textColumns, manifest.label];
  const scan = await parquetScan({ file: source.file, columns, parsers: PARSERS }).catch((error: unknown) => {
    throw new WeirError(
      'WEIR_OBJECT_CORRUPT',
      `${manifest.objectKey} is not the Parquet its manifest names`,
      {
        cause: error,
      },
    );
  });
  if (Number(scan.metadata.num_rows) === manifest.rows) return scan;
  throw new WeirError(
    'WEIR_OBJECT_CORRUPT',
    `${manifest.objectKey} holds ${scan.metadata.num_rows} rows, its manifest says ${manifest.rows}`,
  );
}

async function chunkOf(
  scan: ParquetScan,
  range: ParquetRowRange,
  manifest: SnapshotManifest,
): Promise<SnapshotChunk> {
  const rows = range.rowEnd - range.rowStart;
  const width = manifest.columns.length;
  const features = new Float32Array(rows * width);
  for (const [index, column] of manifest.columns.entries()) {
    spread(await scan.readColumn({ column, ...range }), features, index, width);
  }
  const text: Record<string, (string | null)[]> = {};
  for (const column of manifest.textColumns) {
    text[column] = [...(await scan.readColumn({ column, ...range }))].map((value) => value ?? null);
  }
  const labels = Int32Array.from([...(await scan.readColumn({ column: manifest.label, ...range }))]);
  return { rows, features, text, labels };
}

/** Writes one column into its places in a row-major matrix. */
function spread(values: DecodedArray, matrix: Float32Array, column: number, width: number): void {
  for (let row = 0, at = column; row < values.length; row += 1, at += width) {
    const value: number | null | undefined = values[row];
    matrix[at] = value ?? Number.NaN;
  }
}
