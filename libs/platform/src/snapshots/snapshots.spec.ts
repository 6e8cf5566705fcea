import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type FeatureSchema, UCI_9, URL_SCHEMA } from '@weir/contracts';
import * as fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FilesystemObjects } from '../adapters.js';
import type { SnapshotManifest } from './manifest.js';
import type { SnapshotValue } from './row-group-buffer.js';
import { type SnapshotChunk, SnapshotReader } from './snapshot-reader.js';
import { SnapshotWriter, type SnapshotWriterOptions } from './snapshot-writer.js';

const PROVENANCE = {
  source: { kind: 'file', name: 'rows.csv', position: { sha256: 'a'.repeat(64) } },
  runId: 'run-1',
  createdAt: '2026-01-02T03:04:05.000Z',
} as const;

type Row = readonly [values: readonly SnapshotValue[], label: number];

let folder: string;
let objects: FilesystemObjects;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weir-snapshots-spec-'));
  objects = new FilesystemObjects(join(folder, 'objects'));
});

afterAll(async () => {
  await objects.close();
  await rm(folder, { recursive: true, force: true });
});

async function snapshotOf(
  schema: FeatureSchema,
  rows: Iterable<Row>,
  options: SnapshotWriterOptions = {},
  provenance: Parameters<SnapshotWriter['store']>[1] = PROVENANCE,
): Promise<SnapshotManifest> {
  const writer = await SnapshotWriter.open(schema, { temporaryFolder: folder, ...options });
  try {
    for (const [values, label] of rows) await writer.add(values, label);
    return await writer.store(objects, provenance);
  } finally {
    await writer.dispose();
  }
}

async function chunksOf(manifest: SnapshotManifest, inMemoryBytes?: number): Promise<SnapshotChunk[]> {
  const options = { temporaryFolder: folder, ...(inMemoryBytes === undefined ? {} : { inMemoryBytes }) };
  const chunks: SnapshotChunk[] = [];
  for await (const chunk of new SnapshotReader(objects, options).chunks(manifest)) chunks.push(chunk);
  return chunks;
}

const row9 = (seed: number): (number | null)[] =>
  Array.from({ length: 9 }, (_, column) => ((seed * 7 + column * 3) % 3) - 1);

describe('a feature snapshot', () => {
  it('gives the rows back in order, missing values as NaN', async () => {
    const rows: Row[] = [
      [[1, 0, -1, null, 1, 1, 1, 1, 1], 0],
      [[0.25, 1e-3, -1, 0, 1, Number.NaN, 1, 1, -0], 2],
      [[null, null, null, null, null, null, null, null, null], -1],
    ];
    const manifest = await snapshotOf(UCI_9, rows);
    const [chunk, ...others] = await chunksOf(manifest);
    expect(others).toEqual([]);
    const expected = rows.flatMap(([values]) =>
      values.map((value) => (value === null ? Number.NaN : Math.fround((value as number) + 0))),
    );
    expect(Array.from(chunk!.features)).toEqual(expected);
    expect(Array.from(chunk!.labels)).toEqual([0, 2, -1]);
    expect(chunk!.text).toEqual({});
  });

  it('says what it is in its manifest', async () => {
    const rows: Row[] = [
      [row9(1), 0],
      [row9(2), 2],
      [row9(3), 2],
    ];
    const manifest = await snapshotOf(UCI_9, rows);
    expect(manifest).toMatchObject({
      schema: 'uci-9',
      rows: 3,
      columns: UCI_9.columns.map((each) => each.name),
      textColumns: [],
      label: 'Result',
      labelled: true,
      classCounts: { phishing: 1, suspicious: 0, legitimate: 2 },
      source: PROVENANCE.source,
      objectKey: `snapshots/${manifest.id}/data.parquet`,
    });
    expect(manifest.id).toBe(`uci-9-${manifest.sha256.slice(0, 16)}`);
    expect(manifest.splitSeed).toBe(Number.parseInt(manifest.sha256.slice(0, 8), 16) >>> 1);
    const stored = await objects.read(`snapshots/${manifest.id}/manifest.json`);
    expect(JSON.parse(stored.toString())).toEqual(manifest);
  });

  it('is not labelled where any row has no label', async () => {
    const manifest = await snapshotOf(UCI_9, [
      [row9(5), 0],
      [row9(6), -1],
    ]);
    expect(manifest.labelled).toBe(false);
    expect(manifest.classCounts).toEqual({ phishing: 1, suspicious: 0, legitimate: 0 });
  });

  it('is the same snapshot for the same rows, whoever brings them, and keeps its first manifest', async () => {
    const rows: Row[] = [
      [row9(11), 0],
      [row9(12), 1],
    ];
    const first = await snapshotOf(UCI_9, rows);
    const second = await snapshotOf(UCI_9, rows, {}, { ...PROVENANCE, runId: 'run-2', parent: 'x' });
    expect(second).toEqual(first);
    const other = await snapshotOf(UCI_9, [...rows].reverse());
    expect(other.id).not.toBe(first.id);
  });

  it('can be read by any Parquet reader', async () => {
    const manifest = await snapshotOf(UCI_9, [[[null, 1, 2, 3, 4, 5, 6, 7, 8], 1]]);
    const bytes = await objects.read(manifest.objectKey);
    const file = Uint8Array.from(bytes).buffer;
    const [row] = await parquetReadObjects({ file });
    expect(row).toMatchObject({ SFH: null, popUpWidnow: 1, having_IP_Address: 8, Result: 1 });
  });

  it('round-trips whatever rows there are, in row groups of any size, from memory or through a file', async () => {
    const value = fc.option(fc.float({ noNaN: true, noDefaultInfinity: true }), { nil: null });
    const row = fc.tuple(fc.array(value, { minLength: 9, maxLength: 9 }), fc.integer({ min: -1, max: 2 }));
    const property = fc.asyncProperty(
      fc.array(row, { maxLength: 40 }),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom(0, 1e6),
      async (rows, rowGroupRows, inMemoryBytes) => {
        const manifest = await snapshotOf(UCI_9, rows, { rowGroupRows });
        const chunks = await chunksOf(manifest, inMemoryBytes);
        expect(chunks.flatMap((each) => Array.from(each.features))).toEqual(
          rows.flatMap(([values]) => values.map((each) => (each === null ? Number.NaN : each + 0))),
        );
        expect(chunks.flatMap((each) => Array.from(each.labels))).toEqual(rows.map(([, label]) => label));
        expect(chunks.every((each) => each.rows <= rowGroupRows)).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 30 });
  });

  it('refuses a class that the schema has not, and text where a number belongs', async () => {
    await expect(snapshotOf(UCI_9, [[row9(1), 3]])).rejects.toThrow(RangeError);
    await expect(snapshotOf(UCI_9, [[['1', 1, 1, 1, 1, 1, 1, 1, 1], 0]])).rejects.toThrow(TypeError);
  });
});

describe('a text snapshot', () => {
  it('keeps Unicode, empty and missing text apart', async () => {
    const rows: Row[] = [
      [['https://пример.рф/путь?q=😀', 'α', '2024-01-01'], 0],
      [['', null, ''], 1],
      [['\uFEFFmark', null, null], 0],
      [['x'.repeat(100_000), null, null], -1],
    ];
    const manifest = await snapshotOf(URL_SCHEMA, rows);
    const [chunk] = await chunksOf(manifest);
    expect(manifest.columns).toEqual([]);
    expect(manifest.textColumns).toEqual(['url', 'source', 'date']);
    expect(chunk!.text).toEqual({
      url: rows.map(([values]) => values[0]),
      source: ['α', null, null, null],
      date: ['2024-01-01', '', null, null],
    });
    expect(Array.from(chunk!.labels)).toEqual([0, 1, 0, -1]);
    expect(chunk!.features).toHaveLength(0);
  });

  it('round-trips any text', async () => {
    const text = fc.option(fc.string({ unit: 'binary' }), { nil: null });
    const row = fc.tuple(fc.tuple(text, text, text), fc.integer({ min: -1, max: 1 }));
    const property = fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, rowGroupRows) => {
        const chunks = await chunksOf(await snapshotOf(URL_SCHEMA, rows, { rowGroupRows }));
        const columns = ['url', 'source', 'date'].map((name) => chunks.flatMap((each) => each.text[name]!));
        expect(columns).toEqual([0, 1, 2].map((column) => rows.map(([values]) => values[column])));
      },
    );
    await fc.assert(property, { numRuns: 30 });
  });

  it('closes a row group early where its text is long, so that memory stays bounded', async () => {
    const long = 'u'.repeat(1024 * 1024);
    const rows = Array.from({ length: 40 }, (_, index): Row => [[`${index}${long}`, null, null], 0]);
    const chunks = await chunksOf(await snapshotOf(URL_SCHEMA, rows));
    expect(chunks.map((each) => each.rows)).toEqual([16, 16, 8]);
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes of the heap, without garbage: of that there may be any amount. */
function held(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('many rows', () => {
  it('streams 200,000 rows through one row group of memory, and reads them back', async () => {
    let peak = 0;
    const before = held();
    function* rows(): Generator<Row> {
      for (let index = 0; index < 200_000; index += 1) {
        if (index % 10_000 === 0) peak = Math.max(peak, held() - before);
        yield [row9(index), index % 3];
      }
    }
    const manifest = await snapshotOf(UCI_9, rows());
    let read = 0;
    const sizes: number[] = [];
    for await (const chunk of new SnapshotReader(objects).chunks(manifest)) {
      sizes.push(chunk.rows);
      for (const row of [0, chunk.rows - 1]) {
        expect(Array.from(chunk.features.subarray(row * 9, row * 9 + 9))).toEqual(row9(read + row));
        expect(chunk.labels[row]).toBe((read + row) % 3);
      }
      read += chunk.rows;
    }
    expect(read).toBe(200_000);
    expect(sizes).toEqual([65_536, 65_536, 65_536, 3_392]);
    // 200,000 rows as arrays of nine numbers would be over 100 MB of objects at once.
    expect(peak).toBeLessThan(10 * 1024 * 1024);
  });
});

describe('a damaged snapshot', () => {
  it('is refused as corrupt when one byte differs, from memory and through a file', async () => {
    const manifest = await snapshotOf(UCI_9, [[row9(77), 0]]);
    const path = await pathOf(manifest.objectKey);
    const bytes = await readFile(path);
    bytes[20]! ^= 1;
    await rm(path);
    await writeFile(path, bytes);
    await expect(chunksOf(manifest)).rejects.toMatchObject({ code: 'WEIR_OBJECT_CORRUPT' });
    await expect(chunksOf(manifest, 0)).rejects.toMatchObject({ code: 'WEIR_OBJECT_CORRUPT' });
  });

  it('is refused when its manifest tells of other rows or columns', async () => {
    const manifest = await snapshotOf(UCI_9, [[row9(78), 0]]);
    const wrong = { code: 'WEIR_OBJECT_CORRUPT' };
    await expect(chunksOf({ ...manifest, rows: 2 })).rejects.toMatchObject(wrong);
    await expect(chunksOf({ ...manifest, columns: ['other'] })).rejects.toMatchObject(wrong);
  });

  it('is said to be missing when it is gone', async () => {
    const manifest = await snapshotOf(UCI_9, [[row9(79), 0]]);
    await objects.delete(manifest.objectKey);
    await expect(chunksOf(manifest)).rejects.toMatchObject({ code: 'WEIR_OBJECT_MISSING' });
  });
});

it('leaves no temporary files behind', async () => {
  expect(await readdir(folder)).toEqual(['objects']);
});

async function pathOf(key: string): Promise<string> {
  const names = await readdir(join(folder, 'objects'), { recursive: true });
  const name = names.find((each) => each.endsWith(key));
  if (name === undefined) throw new Error(`${key} is not below the objects' folder`);
  return join(folder, 'objects', name);
}
