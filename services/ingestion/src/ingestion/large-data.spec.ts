import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { UCI_9 } from '@weir/contracts';
import { type SnapshotManifest, SnapshotReader, SnapshotWriter } from '@weir/platform';
import { FilesystemObjects } from '@weir/platform/adapters';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTable } from '../formats/index.js';
import { allColumnsOf, expectedColumnsOf } from '../rows/index.js';
import { takeIn } from './take-in.js';

const ROWS = 1_000_000;
const MEBIBYTE = 1024 * 1024;
const COLUMNS = allColumnsOf(expectedColumnsOf(UCI_9));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weir-large-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const cell = (row: number, column: number) => ((row * 7 + column * 3) % 3) - 1;

function* csv(): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (let start = 0; start < ROWS; start += 1_000) {
    let text = '';
    for (let row = start; row < start + 1_000; row += 1) {
      text += `${COLUMNS.map((_, column) => cell(row, column)).join(',')}\n`;
    }
    yield text;
  }
}

/** Bytes in use, garbage collected first: what is held, not what happens not to be collected yet. */
function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

it('streams a million rows of CSV into a snapshot and back while memory holds one row group', async () => {
  const path = join(folder, 'rows.csv');
  await pipeline(Readable.from(csv()), createWriteStream(path));
  const objects = new FilesystemObjects(join(folder, 'objects'));
  const before = bytesHeld();
  let most = 0;
  const look = async (rows: number) => {
    if (rows % 200_000 === 0) most = Math.max(most, bytesHeld() - before);
  };

  const writer = await SnapshotWriter.open(UCI_9, { temporaryFolder: folder });
  const table = await readTable(createReadStream(path), { name: path, expected: COLUMNS });
  await takeIn(table, UCI_9, writer, { progress: look });
  const manifest: SnapshotManifest = await writer.store(objects, {
    source: { kind: 'file', name: path },
    runId: 'run',
    createdAt: new Date().toISOString(),
  });
  await writer.dispose();
  expect(manifest.rows).toBe(ROWS);

  let read = 0;
  for await (const { rows, features } of new SnapshotReader(objects).chunks(manifest)) {
    expect(features[(rows - 1) * 9 + 4]).toBe(cell(read + rows - 1, 4));
    read += rows;
    most = Math.max(most, bytesHeld() - before);
  }
  expect(read).toBe(ROWS);
  // One row group is 65,536 rows × 9 numbers × 8 bytes, 4.5 MiB; a million rows as arrays would hold over 150 MiB.
  expect(most).toBeLessThan(48 * MEBIBYTE);
  await objects.close();
}, 60_000);
