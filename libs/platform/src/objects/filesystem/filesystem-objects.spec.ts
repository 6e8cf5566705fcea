import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { limitFileSize } from '../../testing/limit-file-size.js';
import { objectsContract } from '../../testing/objects-contract.js';
import type { Objects } from '../objects.js';
import { FilesystemObjects } from './filesystem-objects.js';

const makeFolder = () => mkdtemp(join(tmpdir(), 'weir-objects-'));

objectsContract('FilesystemObjects', async () => {
  const root = await makeFolder();
  return {
    objects: new FilesystemObjects(root),
    reopen: async () => new FilesystemObjects(root),
    tamper: (key, bytes) => writeFile(join(root, key), bytes),
    dispose: () => rm(root, { recursive: true }),
  };
});

describe('FilesystemObjects', () => {
  let root: string;
  let objects: FilesystemObjects;

  beforeEach(async () => {
    root = await makeFolder();
    objects = new FilesystemObjects(root);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const filesBelow = async (folder = root) =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();

  it('is an Objects, for the compiler too', () => {
    expectTypeOf<FilesystemObjects>().toExtend<Objects>();
  });

  it('keeps plain files whose digests sha256sum can check', async () => {
    await objects.put('models/url/1.safetensors', Buffer.from('weights'));
    expect(await readFile(join(root, 'models/url/1.safetensors'), 'utf8')).toBe('weights');
    const said = execFileSync('sha256sum', ['-c', '1.safetensors~sha256'], { cwd: join(root, 'models/url') });
    expect(said.toString()).toBe('1.safetensors: OK\n');
    expect(await filesBelow()).toEqual(['1.safetensors', '1.safetensors~sha256']);
  });

  it('finishes the put of a process that died before it recorded the digest', async () => {
    const { sha256 } = await objects.put('a', Buffer.from('whole'));
    await rm(join(root, 'a~sha256'));
    const next = new FilesystemObjects(root);
    expect(await next.head('a')).toEqual({ key: 'a', size: 5, sha256 });
    expect(await filesBelow()).toEqual(['a', 'a~sha256']);
  });

  it('takes away at start what dead processes left half-written, and nothing else', async () => {
    await objects.put('a', Buffer.from('whole'));
    const incoming = join(root, '~incoming');
    const living = `${process.ppid}-living`;
    // Beyond the largest process id of Linux.
    await writeFile(join(incoming, '4194305-dead'), 'half');
    await writeFile(join(incoming, living), 'being written');
    await writeFile(join(incoming, `${process.pid}-now`), 'being written');
    await writeFile(join(incoming, `${process.pid}-before`), 'by an earlier process of this id');
    await utimes(join(incoming, `${process.pid}-before`), 1, 1);
    await new FilesystemObjects(root).check();
    expect((await readdir(incoming)).sort()).toEqual([living, `${process.pid}-now`].sort());
    expect((await objects.read('a')).toString()).toBe('whole');
  });

  it('refuses a key that is the folder of another, either way round', async () => {
    await objects.put('a/b', Buffer.from('x'));
    const refusal = { code: 'WEIR_REQUEST_INVALID' };
    await expect(objects.put('a', Buffer.from('x'))).rejects.toMatchObject(refusal);
    await expect(objects.put('a/b/c', Buffer.from('x'))).rejects.toMatchObject(refusal);
    await expect(objects.put('a/b/c/d', Buffer.from('x'))).rejects.toMatchObject(refusal);
    expect(await objects.head('a')).toBeNull();
    expect(await objects.head('a/b/c')).toBeNull();
    expect(await filesBelow()).toEqual(['b', 'b~sha256']);
  });

  it.runIf(process.platform === 'linux')('leaves nothing half-written on a full disk', async () => {
    await objects.put('before', Buffer.from('kept'));
    limitFileSize('1000000');
    try {
      const body = Readable.from(Array.from({ length: 30 }, () => Buffer.alloc(100_000)));
      const refusal = { code: 'WEIR_STATE_UNWRITABLE', message: expect.stringContaining(root) };
      await expect(objects.put('large', body)).rejects.toMatchObject(refusal);
      await expect(objects.put('large', Buffer.alloc(3_000_000))).rejects.toMatchObject(refusal);
    } finally {
      limitFileSize('unlimited');
    }
    expect(await objects.head('large')).toBeNull();
    expect(await filesBelow()).toEqual(['before', 'before~sha256']);
    expect((await objects.read('before')).toString()).toBe('kept');
    expect(await objects.put('large', Buffer.alloc(3_000_000))).toMatchObject({ created: true });
  });

  it('says so when its folder cannot be made, and works once it can', async () => {
    const blocked = join(root, 'blocked');
    await writeFile(blocked, 'a file where the folder should be');
    const away = new FilesystemObjects(blocked);
    await expect(away.check()).rejects.toMatchObject({ code: 'WEIR_STATE_UNWRITABLE' });
    await expect(away.put('a', Buffer.from('x'))).rejects.toMatchObject({ code: 'WEIR_STATE_UNWRITABLE' });
    await rm(blocked);
    await mkdir(blocked);
    await away.check();
    expect(await away.put('a', Buffer.from('x'))).toMatchObject({ created: true });
  });
});
