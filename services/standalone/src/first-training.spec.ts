import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkData, SHIPPED_DATA } from './first-training.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-data-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('checkData', () => {
  it('takes a file', async () => {
    await expect(checkData(SHIPPED_DATA)).resolves.toBeUndefined();
  });

  it('refuses what no run could read before anything starts', async () => {
    const refusal = (message: RegExp) => ({
      code: 'WEIR_CONFIG_INVALID',
      message: expect.stringMatching(message),
    });
    await expect(checkData(join(folder, 'none.csv'))).rejects.toMatchObject(refusal(/there is no file/));
    await expect(checkData(folder)).rejects.toMatchObject(refusal(/is not a file/));
  });
});
