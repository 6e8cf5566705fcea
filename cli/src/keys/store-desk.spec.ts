import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeDesk } from './store-desk.js';

describe('storeDesk', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'weir-keys-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  const opened = async () => {
    const desk = await storeDesk({ WEIR_HOME: home });
    if (desk === null) throw new Error('the folder is held');
    return desk;
  };

  it('makes, lists and ends keys in the state folder, and gives a key once', async () => {
    const first = await opened();
    const { id, key } = await first.create({
      name: 'mail filter',
      scopes: ['predict'],
      requestsPerSecond: 5,
    });
    expect(key).toMatch(new RegExp(`^weir_${id}_.{43}$`));
    await first.close();
    const second = await opened();
    await second.revoke(id);
    const [entry] = await second.list();
    expect(entry).toMatchObject({
      id,
      name: 'mail filter',
      scopes: ['predict'],
      createdBy: 'command line',
      requestsPerSecond: 5,
      revokedAt: expect.any(String),
    });
    expect(JSON.stringify(entry)).not.toContain(key);
    expect(entry).not.toHaveProperty('hash');
    await expect(second.revoke('0'.repeat(20))).rejects.toMatchObject({ code: 'WEIR_NOT_FOUND' });
    await second.close();
  });

  it('is none where a running Weir holds the folder', async () => {
    const script = `import { openStateFolder } from '@weir/platform';
      await openStateFolder(${JSON.stringify(home)});
      process.stdout.write('held');
      setInterval(() => undefined, 1_000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(await storeDesk({ WEIR_HOME: home })).toBeNull();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  });
});
