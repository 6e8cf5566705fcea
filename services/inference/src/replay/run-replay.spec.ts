import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALL_TOPICS } from '@weir/contracts';
import { deadLetter, openBackends, readEnvironment } from '@weir/platform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../testing/backends.js';
import { recordOf } from '../testing/records.js';
import { runReplay } from './run-replay.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'weir-replay-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const open = () => openBackends(readEnvironment({ WEIR_HOME: home }), () => silentLogger);

/** A process that holds the state folder, as a Weir does. */
async function otherProcess(): Promise<ChildProcess> {
  const platform = fileURLToPath(import.meta.resolve('@weir/platform'));
  const script = `
    const { openBackends, readEnvironment } = await import(${JSON.stringify(platform)});
    await openBackends(readEnvironment({ WEIR_HOME: ${JSON.stringify(home)} }), () => undefined);
    console.log('open');
    setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function run(...argv: string[]) {
  let out = '';
  let problem = '';
  const code = await runReplay(
    argv,
    { WEIR_HOME: home },
    { out: (text) => (out += text), problem: (text) => (problem += text) },
  );
  return { code, out, problem };
}

describe('npm run replay', () => {
  it('tells its options', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--dry-run') });
  });

  it('replays from the state folder of a Weir that is not running', async () => {
    const backends = await open();
    await backends.bus.ensureTopics(ALL_TOPICS);
    await deadLetter(backends.bus, [{ record: recordOf({ value: 'x' }), reason: 'a reason' }]);
    await backends.close();
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toContain('        1  a reason\n');
    expect(out).toContain('1 record put back onto urls.submitted.\n');
  });

  it('says what to do where a Weir runs on the folder', async () => {
    const other = await otherProcess();
    const { code, out, problem } = await run();
    other.kill('SIGKILL');
    expect([code, out]).toEqual([1, '']);
    expect(problem).toMatch(/^WEIR_STATE_LOCKED: .+\n {2}Stop it, or give this one/);
  });

  it('says that nothing was ever rejected here, and changes nothing', async () => {
    expect(await run()).toMatchObject({ code: 1, problem: expect.stringContaining('WEIR_TOPIC_MISSING') });
  });

  it('exits with 2 where the command line is wrong', async () => {
    expect(await run('--form', 'now')).toMatchObject({
      code: 2,
      out: '',
      problem: expect.stringMatching(/^WEIR_CONFIG_INVALID: .*--form/),
    });
  });
});
