import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedDocuments } from '../adapters.js';
import { openStateFolder, type StateFolder } from '../state-folder/index.js';
import type { SnapshotManifest } from './manifest.js';
import { SnapshotCatalog } from './snapshot-catalog.js';

let path: string;
let folder: StateFolder;
let documents: EmbeddedDocuments;
let catalog: SnapshotCatalog;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'weir-catalog-'));
  folder = await openStateFolder(path);
  documents = new EmbeddedDocuments(folder.lmdb('documents'));
  catalog = new SnapshotCatalog(documents);
});

afterEach(async () => {
  await documents.close();
  await folder.close();
  await rm(path, { recursive: true, force: true });
});

const manifestOf = (number: number, schema = 'uci-9'): SnapshotManifest => ({
  id: `${schema}-${String(number).padStart(16, '0')}`,
  schema,
  rows: number,
  sha256: 'a'.repeat(64),
  objectKey: 'snapshots/x/data.parquet',
  columns: ['SFH'],
  textColumns: [],
  label: 'Result',
  labelled: true,
  classCounts: { phishing: number },
  source: { kind: 'file', name: 'rows.csv' },
  splitSeed: 1,
  runId: `run-${number}`,
  createdAt: new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString(),
});

describe('the snapshot catalogue', () => {
  it('finds what was entered, and nothing else', async () => {
    expect(await catalog.get('uci-9-x')).toBeNull();
    expect(await catalog.newest('uci-9')).toBeNull();
    const manifest = manifestOf(1);
    expect(await catalog.record(manifest)).toEqual(manifest);
    expect(await catalog.get(manifest.id)).toEqual(manifest);
  });

  it('keeps the first entry of a snapshot, whenever it comes again', async () => {
    const first = await catalog.record(manifestOf(1));
    const again = { ...first, runId: 'another', createdAt: '2027-01-01T00:00:00.000Z' };
    expect(await catalog.record(again)).toEqual(first);
    expect((await catalog.list()).items).toEqual([first]);
  });

  it('keeps one entry when two processes enter the same snapshot at once', async () => {
    const entered = await Promise.all(
      ['a', 'b', 'c'].map((runId, index) =>
        catalog.record({ ...manifestOf(1), runId, createdAt: new Date(index).toISOString() }),
      ),
    );
    expect(new Set(entered.map((each) => each.runId)).size).toBe(1);
    expect((await catalog.list()).items).toHaveLength(1);
  });

  it('tells the newest of a schema', async () => {
    for (const number of [3, 9, 5]) await catalog.record(manifestOf(number));
    await catalog.record(manifestOf(12, 'url'));
    expect((await catalog.newest('uci-9'))?.rows).toBe(9);
  });

  it('lists newest first, by schema and in pages', async () => {
    for (const number of [2, 4, 1, 3]) await catalog.record(manifestOf(number));
    await catalog.record(manifestOf(9, 'url'));
    const first = await catalog.list({ schema: 'uci-9', limit: 3 });
    expect(first.items.map((each) => each.rows)).toEqual([4, 3, 2]);
    const second = await catalog.list({ schema: 'uci-9', limit: 3, after: first.next ?? '' });
    expect(second.items.map((each) => each.rows)).toEqual([1]);
    expect(second.next).toBeNull();
    expect((await catalog.list()).items[0]?.schema).toBe('url');
  });
});
