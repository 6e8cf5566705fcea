import { setImmediate } from 'node:timers/promises';
import type { FeatureSchema } from '@weir/contracts';
import { type AuditedColumn, type CellValue, LeakAuditor, type LeakFinding } from '@weir/drift';
import type { SnapshotChunk, SnapshotManifest, SnapshotReader } from '@weir/platform';

const SLICE_ROWS = 2_000;

/** Rules of one line, and single columns, that predict a snapshot's label; the worst first. Reads the snapshot once. */
export async function auditSnapshot(
  reader: Pick<SnapshotReader, 'chunks'>,
  manifest: SnapshotManifest,
  { input, label }: FeatureSchema,
): Promise<LeakFinding[]> {
  const isUrl = input.kind === 'url';
  const columns: AuditedColumn[] = isUrl
    ? // The model reads the URL; source and date are kept beside it.
      manifest.textColumns.map((name) => ({ name, kind: 'text', visibleToModel: name === input.column }))
    : manifest.columns.map((name) => ({ name, kind: 'number' }));
  const auditor = new LeakAuditor(
    {
      classes: label.classes.map(({ name }) => name),
      columns,
      ...(isUrl ? { urlColumn: input.column } : {}),
    },
    { seed: manifest.splitSeed },
  );
  for await (const chunk of reader.chunks(manifest)) await addChunk(auditor, chunk, columns);
  return auditor.findings();
}

async function addChunk(
  auditor: LeakAuditor,
  chunk: SnapshotChunk,
  columns: readonly AuditedColumn[],
): Promise<void> {
  const texts = columns.map(({ name }) => chunk.text[name]);
  const row: CellValue[] = columns.map(() => null);
  for (let index = 0; index < chunk.rows; index++) {
    // Lets the process answer others: a chunk takes seconds.
    if (index % SLICE_ROWS === 0) await setImmediate();
    const label = chunk.labels[index] ?? -1;
    if (label < 0) continue;
    for (let column = 0; column < columns.length; column++) {
      row[column] = texts[column]?.[index] ?? chunk.features[index * columns.length + column] ?? null;
    }
    auditor.add(row, label);
  }
}
