import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { open, type RootDatabase } from 'lmdb';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { documentsContract } from '../../testing/documents-contract.js';
import { limitFileSize } from '../../testing/limit-file-size.js';
import { typescriptProcess } from '../../testing/typescript-process.js';
import type { Documents } from '../documents.js';
import { EmbeddedDocuments } from './embedded-documents.js';

/** As the state folder opens it. */
const openRoot = (path: string) =>
  open({ path, maxDbs: 4, overlappingSync: false, eventTurnBatching: false });

documentsContract('EmbeddedDocuments', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weir-documents-'));
  const root = openRoot(folder);
  return {
    documents: new EmbeddedDocuments(root),
    reopen: async () => new EmbeddedDocuments(root),
    dispose: async () => {
      await root.close();
      await rm(folder, { recursive: true });
    },
  };
});

/** The lines of a process that is killed, without warning, once it wrote so many. */
async function linesUntilKilled(child: ChildProcess, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    lines.push(line);
    if (lines.length === count) child.kill('SIGKILL');
  }
  return lines;
}

describe('EmbeddedDocuments', () => {
  let folder: string;
  let root: RootDatabase;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weir-documents-'));
    root = openRoot(folder);
  });
  afterEach(async () => {
    await root.close();
    await rm(folder, { recursive: true });
  });

  it('is a Documents, for the compiler too', () => {
    expectTypeOf<EmbeddedDocuments>().toExtend<Documents>();
  });

  it('finds its documents and indexes again after the environment was closed', async () => {
    const spec = { name: 'runs', indexes: [{ field: 'state' }, { field: 'name', unique: true }] };
    const runs = await new EmbeddedDocuments(root).collection<{ state: string; name: string }>(spec);
    await runs.insert('a', { state: 's', name: 'n' });
    await root.close();
    root = openRoot(folder);
    const again = await new EmbeddedDocuments(root).collection<{ state: string; name: string }>(spec);
    expect((await again.find({ where: { state: 's' } })).items).toHaveLength(1);
    await expect(again.insert('b', { state: 's', name: 'n' })).rejects.toMatchObject({
      code: 'WEIR_DOCUMENT_EXISTS',
    });
  });

  it('keeps up an index that this program version no longer asks for', async () => {
    const wide = { name: 'runs', indexes: [{ field: 'state' }] };
    const narrow = { name: 'runs', indexes: [] };
    await (await new EmbeddedDocuments(root).collection(wide)).insert('a', { state: 'old' });
    await (await new EmbeddedDocuments(root).collection(narrow)).replace('a', { state: 'new' }, 1);
    const again = await new EmbeddedDocuments(root).collection(wide);
    expect((await again.find({ where: { state: 'old' } })).items).toEqual([]);
    expect((await again.find({ where: { state: 'new' } })).items).toHaveLength(1);
  });

  it('loses nothing acknowledged to kill -9', async () => {
    const script = new URL('./documents-writer.process.ts', import.meta.url).pathname;
    const child = typescriptProcess(script, { WEIR_TEST_FOLDER: folder });
    const acknowledged = await linesUntilKilled(child, 30);
    const runs = await new EmbeddedDocuments(root).collection<{ state: string; n: number }>({
      name: 'runs',
      indexes: [{ field: 'state' }, { field: 'n', unique: true }],
    });
    for (const id of acknowledged) {
      expect(await runs.get(id)).toMatchObject({ revision: 2, value: { state: 'done' } });
    }
    const { items: done } = await runs.find({ where: { state: 'done' }, limit: 1_000 });
    const { items: queued } = await runs.find({ where: { state: 'queued' } });
    expect(done.length).toBeGreaterThanOrEqual(acknowledged.length);
    expect((await runs.find({ limit: 1_000 })).items).toHaveLength(done.length + queued.length);
  });

  it('refuses to work once closed, and leaves the environment open', async () => {
    const documents = new EmbeddedDocuments(root);
    const runs = await documents.collection({ name: 'runs', indexes: [] });
    await documents.close();
    await documents.close();
    await expect(runs.insert('a', {})).rejects.toMatchObject({ code: 'WEIR_DOCUMENTS_UNAVAILABLE' });
    await expect(documents.check()).rejects.toMatchObject({ code: 'WEIR_DOCUMENTS_UNAVAILABLE' });
    await root.put('still', 'open');
    expect(root.get('still')).toBe('open');
  });

  it('says that the state folder cannot be written once the environment is closed', async () => {
    const documents = new EmbeddedDocuments(root);
    const runs = await documents.collection({ name: 'runs', indexes: [] });
    await root.close();
    await expect(runs.insert('a', {})).rejects.toMatchObject({ code: 'WEIR_STATE_UNWRITABLE' });
    root = openRoot(folder);
  });

  it.runIf(process.platform === 'linux')(
    'keeps what it holds on a full disk, and goes on when there is room',
    async () => {
      const runs = await new EmbeddedDocuments(root).collection({
        name: 'runs',
        indexes: [{ field: 'state' }],
      });
      await runs.insert('a', { state: 's', text: 'x'.repeat(100_000) });
      limitFileSize('200000');
      try {
        const large = { state: 's', text: 'x'.repeat(1_000_000) };
        const writes = ['b', 'c', 'd'].map((id) => runs.insert(id, large));
        for (const outcome of await Promise.allSettled(writes)) {
          expect(outcome).toMatchObject({ reason: { code: 'WEIR_STATE_UNWRITABLE' } });
        }
      } finally {
        limitFileSize('unlimited');
      }
      expect((await runs.find({ where: { state: 's' } })).items.map(({ id }) => id)).toEqual(['a']);
      await expect(runs.insert('b', { state: 's' })).resolves.toMatchObject({ revision: 1 });
    },
  );
});
