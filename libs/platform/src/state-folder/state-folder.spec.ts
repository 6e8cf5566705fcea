import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { typescriptProcess } from '../testing/typescript-process.js';
import { openStateFolder } from './index.js';

const HOLDER = new URL('./folder-holder.process.ts', import.meta.url).pathname;

describe('the state folder', () => {
  let base: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'weir-state-'));
  });

  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    }
    rmSync(base, { recursive: true, force: true });
  });

  /** A second process that opens the folder; its first line says `open` or the refusal. */
  const openElsewhere = async (folder: string): Promise<{ child: ChildProcess; said: string }> => {
    const child = typescriptProcess(HOLDER, { WEIR_TEST_FOLDER: folder });
    children.push(child);
    const [line] = await once(child.stdout!, 'data');
    return { child, said: String(line).trim() };
  };

  it('is made, with its parents, and keeps what is written', async () => {
    const path = join(base, 'a', 'b', '.weir');
    const folder = await openStateFolder(path);
    await folder.lmdb('things').put('key', { value: 1 });
    expect(folder.lmdb('things')).toBe(folder.lmdb('things'));
    expect(folder.sub('objects')).toBe(join(folder.path, 'objects'));
    await folder.close();
    const again = await openStateFolder(path);
    expect(again.lmdb('things').get('key')).toEqual({ value: 1 });
    await again.close();
  });

  it('is shared by those who open it in one process, until the last of them closes it', async () => {
    const [first, second] = await Promise.all([openStateFolder(base), openStateFolder(join(base, '.'))]);
    expect(first.lmdb('things')).toBe(second.lmdb('things'));
    await first.close();
    await first.close();
    await second.lmdb('things').put('key', 'value');
    expect(second.lmdb('things').get('key')).toBe('value');
    await second.close();
  });

  it('can be opened again while it is closing', async () => {
    const first = await openStateFolder(base);
    await first.lmdb('things').put('key', 'value');
    const closing = first.close();
    const second = await openStateFolder(base);
    await closing;
    expect(second.lmdb('things').get('key')).toBe('value');
    expect((await openElsewhere(base)).said).toContain('WEIR_STATE_LOCKED');
    await second.close();
  });

  it('refuses a second process, and names the folder and the process that has it', async () => {
    const link = `${base}-link`;
    symlinkSync(base, link);
    const folder = await openStateFolder(base);
    try {
      for (const path of [base, link]) {
        const { said } = await openElsewhere(path);
        expect(said).toBe(`WEIR_STATE_LOCKED ${folder.path} is in use by process ${process.pid}`);
      }
    } finally {
      rmSync(link);
      await folder.close();
    }
    expect((await openElsewhere(base)).said).toBe('open');
  });

  it('is free at once after its process was killed hard', async () => {
    const { child, said } = await openElsewhere(base);
    expect(said).toBe('open');
    await expect(openStateFolder(base)).rejects.toMatchObject({
      code: 'WEIR_STATE_LOCKED',
      context: { pid: child.pid },
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await openStateFolder(base)).close();
  });

  it('says that it cannot be written, and where', async () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    // Not even root may write in /sys/kernel.
    const unmakeable = [file, join(file, 'below'), ...(existsSync('/sys/kernel') ? ['/sys/kernel'] : [])];
    for (const path of unmakeable) {
      await expect(openStateFolder(path)).rejects.toMatchObject({
        code: 'WEIR_STATE_UNWRITABLE',
        message: expect.stringContaining(path),
      });
    }
  });

  // In a process of its own, which can be ended should it never return.
  it.runIf(existsSync('/proc/self'))('gives up where a file system takes no folders', async () => {
    for (const path of ['/proc/nowhere', '/proc/nowhere/below']) {
      const { said } = await openElsewhere(path);
      expect(said).toContain(`WEIR_STATE_UNWRITABLE ${path}: ENOENT`);
    }
  });

  it('says that an environment cannot be opened', async () => {
    writeFileSync(join(base, 'broken.lmdb'), 'these bytes are no database'.repeat(1_000));
    const folder = await openStateFolder(base);
    expect(() => folder.lmdb('broken')).toThrow(expect.objectContaining({ code: 'WEIR_STATE_UNWRITABLE' }));
    await folder.close();
  });
});
