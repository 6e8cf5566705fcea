import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { typescriptProcess } from '../testing/typescript-process.js';
import { readSchemas } from './run-service.js';

it('names the variable and the file when a schema file cannot be read', () => {
  expect(() => readSchemas(['/nowhere/mine.yaml'])).toThrow(
    expect.objectContaining({
      code: 'WEIR_SCHEMA_INVALID',
      message: expect.stringMatching(
        /^\/nowhere\/mine\.yaml, which WEIR_SCHEMAS names, cannot be read: ENOENT/,
      ),
    }),
  );
});

describe('a process that is told to end', () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  async function exitCode(closes: 'never' | 'at once'): Promise<unknown> {
    const path = new URL('./ending.process.ts', import.meta.url).pathname;
    const child = typescriptProcess(path, { WEIR_TEST_CLOSES: closes });
    started.push(child);
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    return code;
  }

  it('ends as it is where it cannot close in the time it has', async () => {
    expect(await exitCode('never')).toBe(1);
  });

  it('ends well where it can', async () => {
    expect(await exitCode('at once')).toBe(0);
  });
});
