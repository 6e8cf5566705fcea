import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { expectAccessible, expectSound, launch, PHONE, visit } from './browser.js';

/** Training takes as long as the machine is busy otherwise. */
const SLOW = 180_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('starts a run, follows its stages to the end, and leads to the model it made', {
  timeout: SLOW,
}, async () => {
  const seen = await visit(browser, '/runs');
  const { page } = seen;
  await page.getByRole('button', { name: /Start a run/ }).click();
  await page.getByLabel('Schema').selectOption('uci-30');
  await page.getByText('Search options').click();
  await page.getByLabel(/decision tree|decision-tree/i).check();
  await page.getByLabel('Seed').fill('7');
  await expectAccessible(seen);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await page.getByText(/It made/).waitFor({ timeout: SLOW });
  await expectAccessible(seen);
  await page
    .getByRole('link', { name: /uci-30 version \d/ })
    .first()
    .click();
  await page.waitForURL(/\/models\/uci-30\/\d+$/);
  expect(seen.faults).toEqual([]);
  await seen.close();
});

it('says why a run failed and what to do, on a phone', { timeout: SLOW }, async () => {
  const weir = inject('weir');
  const source = { kind: 'file', path: '/no/such/file.csv' };
  const response = await fetch(`${weir}/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema: 'uci-30', source }),
  });
  const { id } = (await response.json()) as { id: string };
  const seen = await visit(browser, `/runs/${id}`, { viewport: PHONE, colorScheme: 'dark' });
  await seen.page.getByText('The run failed').waitFor({ timeout: SLOW });
  const alert = (await seen.page.getByRole('alert').textContent()) ?? '';
  expect(alert).toMatch(/WEIR_SOURCE_(REFUSED|UNAVAILABLE)/);
  await expectAccessible(seen);
  await expectSound(seen);
  await seen.close();
});
