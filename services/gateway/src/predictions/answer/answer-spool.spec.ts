import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnswerSpool } from './answer-spool.js';

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

async function filled(mebibytes: number, maxBytes = 10 * MEBIBYTE): Promise<AnswerSpool> {
  const spool = new AnswerSpool(maxBytes);
  for (let n = 0; n < mebibytes; n++) await spool.write(Buffer.alloc(MEBIBYTE, n));
  return spool;
}

describe('AnswerSpool', () => {
  it('keeps a small answer in memory', async () => {
    const spool = new AnswerSpool(MEBIBYTE);
    await spool.write('é,b\n');
    await spool.write(Buffer.from('1,2\n'));
    const { body, length } = await spool.finish();
    expect(String(body)).toBe('é,b\n1,2\n');
    expect(length).toBe(9);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps a larger one in a file that is gone once it is read', async () => {
    const spool = await filled(3);
    expect(readdirSync(folder)).toHaveLength(1);
    const { body, length } = await spool.finish();
    const read = Buffer.concat(await (body as Readable).toArray());
    expect(length).toBe(3 * MEBIBYTE);
    expect(read.equals(Buffer.concat([0, 1, 2].map((n) => Buffer.alloc(MEBIBYTE, n))))).toBe(true);
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });

  it('leaves nothing behind where the reader goes away, or nobody ever reads', async () => {
    const { body } = await (await filled(3)).finish();
    (body as Readable).destroy();
    const unfinished = await filled(3);
    await unfinished.dispose();
    await unfinished.dispose();
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });

  it('refuses what is too large', async () => {
    const spool = await filled(2, 3 * MEBIBYTE);
    await spool.write(Buffer.alloc(MEBIBYTE));
    await expect(spool.write('x')).rejects.toMatchObject({ code: 'WEIR_REQUEST_TOO_LARGE' });
    await spool.dispose();
  });
});
