import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uciCsv } from '../src/uci-rows.js';
import { expectAccessible, expectSound, launch, visit } from './browser.js';

/** The machine may be busy with whatever else it tests. */
const SLOW = 180_000;
const POLL = { timeout: 30_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('takes a data set in, knows its schema, follows its check, and leads to report and histograms', {
  timeout: SLOW,
}, async () => {
  const seen = await visit(browser, '/data');
  const { page } = seen;
  await page.getByRole('button', { name: 'Upload a data set' }).click();
  const buffer = Buffer.from(uciCsv(700), 'utf8');
  await page.getByLabel('File').setInputFiles({ name: 'march.csv', mimeType: 'text/csv', buffer });
  await expect.poll(() => page.getByLabel('Schema').inputValue(), POLL).toBe('uci-30');
  await expectAccessible(seen);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await page.getByText('Finished').waitFor({ timeout: SLOW });
  await page.getByRole('link', { name: 'Read the validation report' }).click();
  await page.getByRole('heading', { name: 'Columns' }).waitFor();
  await page.getByRole('combobox', { name: 'Column' }).selectOption('SSLfinal_State');
  await page.getByRole('heading', { name: 'Drift against the snapshot before' }).waitFor();
  await expectAccessible(seen);
  await expectSound(seen);
  expect(seen.faults).toEqual([]);
  await seen.close();
});

it('says what is wrong with a data set that cannot be read', { timeout: SLOW }, async () => {
  const seen = await visit(browser, '/data');
  const { page } = seen;
  await page.getByRole('button', { name: 'Upload a data set' }).click();
  const buffer = Buffer.from('colour,size\nred,3\n', 'utf8');
  await page.getByLabel('File').setInputFiles({ name: 'other.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Schema').selectOption('uci-9');
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.getByText('The run failed').waitFor({ timeout: SLOW });
  expect(await page.getByRole('alert').textContent()).toContain('WEIR_DATA_COLUMNS');
  await seen.close();
});
