import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileSource } from './file-source.js';

const CSV = 'a,label\n1,x\n2,y\n';

let folder: string;
let root: string;
let source: FileSource;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'weir-file-source-')));
  root = join(folder, 'data');
  await mkdir(join(root, 'deep'), { recursive: true });
  await mkdir(join(folder, 'data-of-others'));
  await writeFile(join(root, 'rows.csv'), CSV);
  await writeFile(join(root, 'deep', 'rows.csv'), CSV);
  await writeFile(join(root, '..rows.csv'), CSV);
  await writeFile(join(folder, 'secret.csv'), CSV);
  await writeFile(join(folder, 'data-of-others', 'rows.csv'), CSV);
  await symlink(join(folder, 'secret.csv'), join(root, 'link-out.csv'));
  await symlink(join(root, 'rows.csv'), join(root, 'link-in.csv'));
  await symlink(root, join(folder, 'link-to-root'));
  source = new FileSource([join(folder, 'not-there'), root]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function rowsOf(path: string, from = source): Promise<unknown[]> {
  const open = await from.open({ kind: 'file', path }, ['a', 'label']);
  try {
    const rows: unknown[] = [];
    for await (const { cells } of open.table.rows) rows.push(cells);
    return rows;
  } finally {
    await open.close();
  }
}

describe('a file', () => {
  it.each(['rows.csv', 'deep/rows.csv', './deep/../rows.csv', '..rows.csv', 'link-in.csv'])(
    '%s below a folder allowed is read',
    async (path) => {
      expect(await rowsOf(path)).toEqual([
        ['1', 'x'],
        ['2', 'y'],
      ]);
    },
  );

  it('may be named by its whole path, and through a root that is a link', async () => {
    expect(await rowsOf(join(root, 'rows.csv'))).toHaveLength(2);
    const linked = new FileSource([join(folder, 'link-to-root')]);
    expect(await rowsOf('rows.csv', linked)).toHaveLength(2);
    expect(await rowsOf(join(folder, 'link-to-root', 'rows.csv'), linked)).toHaveLength(2);
  });

  it('is fixed by its SHA-256 and its size', async () => {
    const open = await source.open({ kind: 'file', path: 'rows.csv' }, ['a', 'label']);
    for await (const _row of open.table.rows);
    await open.close();
    expect(open.position()).toEqual({
      kind: 'file',
      name: join(root, 'rows.csv'),
      position: { sha256: createHash('sha256').update(CSV).digest('hex'), bytes: CSV.length },
    });
  });

  it.each([
    '../secret.csv',
    'deep/../../secret.csv',
    '../data-of-others/rows.csv',
    'link-out.csv',
    '/etc/passwd',
    '..',
    'rows.csv\0.txt',
  ])('%j outside is refused', async (path) => {
    await expect(rowsOf(path)).rejects.toMatchObject({ code: 'WEIR_SOURCE_REFUSED' });
  });

  it('outside is refused alike whether it is there or not', async () => {
    const there = rowsOf('../secret.csv').catch((error: Error) => error.message.replace('secret', '*'));
    const absent = rowsOf('../absent.csv').catch((error: Error) => error.message.replace('absent', '*'));
    expect(await there).toBe(await absent);
  });

  it('is refused where no folder is allowed', async () => {
    await expect(rowsOf('rows.csv', new FileSource([]))).rejects.toMatchObject({
      code: 'WEIR_SOURCE_REFUSED',
    });
  });

  it('that is not there is not found, which trying again does not mend', async () => {
    await expect(rowsOf('absent.csv')).rejects.toMatchObject({ code: 'WEIR_NOT_FOUND', transient: false });
    await expect(rowsOf(join(root, 'absent.csv'))).rejects.toMatchObject({ code: 'WEIR_NOT_FOUND' });
  });

  it('that is a folder is refused', async () => {
    await expect(rowsOf('deep')).rejects.toMatchObject({ code: 'WEIR_SOURCE_REFUSED' });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is refused', async () => {
    const path = join(root, 'closed.csv');
    await writeFile(path, CSV);
    await chmod(path, 0o000);
    await expect(rowsOf('closed.csv')).rejects.toMatchObject({ code: 'WEIR_SOURCE_REFUSED' });
  });

  it('without a path is an invalid request', async () => {
    await expect(source.open({ kind: 'file' }, [])).rejects.toMatchObject({ code: 'WEIR_REQUEST_INVALID' });
  });

  it('that is empty is empty data', async () => {
    await writeFile(join(root, 'empty.csv'), '');
    await expect(rowsOf('empty.csv')).rejects.toMatchObject({ code: 'WEIR_DATA_EMPTY' });
  });
});
