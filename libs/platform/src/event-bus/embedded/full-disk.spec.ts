import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openStateFolder } from '../../state-folder/index.js';
import { until } from '../../testing/event-bus-contract/scope.js';
import { typescriptProcess } from '../../testing/typescript-process.js';
import { EmbeddedEventBus } from './index.js';

const PUBLISHER = new URL('./full-disk.process.ts', import.meta.url).pathname;
const DISK_KIB = 2_048;
const REFUSALS = 5;

describe.runIf(process.platform === 'linux')('the embedded bus on a full disk', { timeout: 120_000 }, () => {
  it('says WEIR_STATE_UNWRITABLE, keeps what it acknowledged, and goes on when there is room', async () => {
    const path = mkdtempSync(join(tmpdir(), 'weir-full-'));
    const child = typescriptProcess(PUBLISHER, { WEIR_TEST_FOLDER: path }, DISK_KIB);
    const acknowledged: number[] = [];
    const refusals: string[] = [];
    const exited = once(child, 'exit');
    for await (const line of createInterface({ input: child.stdout! })) {
      const [kind, ...rest] = line.split(' ');
      if (kind === 'acknowledged') acknowledged.push(Number(rest[0]));
      else if (refusals.push(rest.join(' ')) === REFUSALS)
        execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited']);
    }
    expect(await exited).toEqual([0, null]);
    expect(refusals.length).toBeGreaterThanOrEqual(REFUSALS);
    expect(refusals[0]).toMatch(/^WEIR_STATE_UNWRITABLE /);
    expect(refusals.every((refusal) => refusal.startsWith('WEIR_STATE_UNWRITABLE'))).toBe(true);

    const folder = await openStateFolder(path);
    const bus = EmbeddedEventBus.open(folder);
    const found: number[] = [];
    await bus.subscribe(
      { group: 'auditors', topics: ['full-disk'], from: 'earliest' },
      async ({ records }) => {
        found.push(...records.map(({ value }) => Number(value)));
      },
    );
    await until('everything is read', async () =>
      (await bus.lag('auditors', ['full-disk'])).every(({ lag }) => lag === 0n),
    );
    expect(found).toEqual(acknowledged);
    await bus.close();
    await folder.close();
    rmSync(path, { recursive: true });
  });
});
