import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { spool } from './spool.js';

const MEBIBYTE = 1_048_576;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-spool-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const bytes = (count: number) =>
  Readable.from(Array.from({ length: count }, (_, n) => Buffer.alloc(MEBIBYTE, n)));
async function read(stream: Readable): Promise<Buffer> {
  return Buffer.concat(await stream.toArray());
}

describe('spool', () => {
  it('keeps a small upload in memory, to be read more than once', async () => {
    const spooled = await spool(Readable.from([Buffer.from('a,b\n'), Buffer.from('1,2\n')]), MEBIBYTE);
    expect(readdirSync(folder)).toEqual([]);
    expect(String(await read(spooled.open()))).toBe('a,b\n1,2\n');
    expect(String(await read(spooled.open()))).toBe('a,b\n1,2\n');
  });

  it('keeps a larger one in a file that is gone afterwards', async () => {
    const spooled = await spool(bytes(3), 10 * MEBIBYTE);
    expect(readdirSync(folder)).toHaveLength(1);
    const expected = await read(bytes(3));
    expect((await read(spooled.open())).equals(expected)).toBe(true);
    expect((await read(spooled.open())).equals(expected)).toBe(true);
    await spooled.dispose();
    await spooled.dispose();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses what is too large, and leaves nothing behind', async () => {
    await expect(spool(bytes(4), 3 * MEBIBYTE)).rejects.toMatchObject({ code: 'WEIR_REQUEST_TOO_LARGE' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('fails with an upload that breaks off, and leaves nothing behind', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.alloc(2 * MEBIBYTE);
      throw new Error('the client is gone');
    }
    await expect(spool(Readable.from(broken()), 10 * MEBIBYTE)).rejects.toThrow('the client is gone');
    expect(readdirSync(folder)).toEqual([]);
  });
});
