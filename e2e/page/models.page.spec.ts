import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Gateway } from '../src/gateway.js';
import { expectAccessible, launch, visit } from './browser.js';

let browser: Browser;
const gateway = new Gateway(inject('weir'));
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const champion = async (): Promise<number> =>
  (await gateway.get<{ champion: { version: number } }>('/v1/models/uci-30')).champion.version;

it('promotes a version, with a reason, and goes back from it', async () => {
  const before = await champion();
  const other = before === 1 ? 2 : 1;
  const seen = await visit(browser, '/models/uci-30');
  const { page } = seen;
  await page.getByRole('button', { name: `Promote version ${other}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`takes the place of version ${before}`).waitFor();
  await expectAccessible(seen);
  await dialog.getByLabel('Reason').fill('tried on the page');
  await dialog.getByRole('button', { name: 'Promote' }).click();
  await page.getByRole('button', { name: `Promote version ${before}` }).waitFor();
  expect(await champion()).toBe(other);

  await page.getByRole('button', { name: 'Roll back the champion' }).click();
  await dialog.getByText(`back to version ${before}`).waitFor();
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await page.getByRole('button', { name: `Promote version ${other}` }).waitFor();
  expect(await champion()).toBe(before);
  expect(seen.faults).toEqual([]);
  await seen.close();
});

it('tells the second of two who promote at once, and changes nothing for them', async () => {
  const before = await champion();
  const other = before === 1 ? 2 : 1;
  const seen = await visit(browser, '/models/uci-30');
  const { page } = seen;
  await page.getByRole('button', { name: `Promote version ${other}` }).click();
  await page.getByRole('dialog').getByText('takes the place of').waitFor();
  // Somebody else moves the alias there and back while the dialog stands open.
  for (const version of [other, before])
    await gateway.send('PUT', '/v1/models/uci-30/aliases/champion', { version });
  await page.getByRole('dialog').getByRole('button', { name: 'Promote' }).click();
  await page.getByText(/Nothing was changed: somebody moved the champion/).waitFor();
  expect(await champion()).toBe(before);
  await seen.close();
});

it('downloads a version, and compares two by figures, curves and importance', async () => {
  const seen = await visit(browser, '/models/uci-30/1');
  const { page } = seen;
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /safetensors/i }).click(),
  ]);
  const bytes = await readFile(await file.path());
  // Eight bytes of length, then the JSON header.
  expect(bytes.subarray(8, 10).toString()).toBe('{"');
  await page.goto('/models/uci-30/compare?a=1&b=2');
  for (const name of ['Figures', 'Curves', 'What they rest on', 'Parameters'])
    await page.getByRole('heading', { name, exact: true }).waitFor();
  await expectAccessible(seen);
  await seen.close();
});
