export {
  type SnapshotColumns,
  type SnapshotManifest,
  snapshotColumnsOf,
  snapshotDataKey,
  snapshotIdOf,
  snapshotManifestKey,
} from './manifest.js';
export type { ParquetSourceOptions } from './parquet-source.js';
export type { SnapshotValue } from './row-group-buffer.js';
export { type ListSnapshots, SnapshotCatalog, type SnapshotPage } from './snapshot-catalog.js';
export { type SnapshotChunk, SnapshotReader } from './snapshot-reader.js';
export {
  ROW_GROUP_ROWS,
  type SnapshotContent,
  type SnapshotProvenance,
  SnapshotWriter,
  type SnapshotWriterOptions,
} from './snapshot-writer.js';
