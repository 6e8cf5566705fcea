import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Gateway } from '../src/gateway.js';
import { expectAccessible, expectSound, launch, PHONE, settled, visit } from './browser.js';

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

interface Figures {
  readonly version: number;
  readonly metrics: Readonly<Record<string, number>>;
}

it('says before a worse version is promoted that it is worse, with both numbers', async () => {
  const before = await champion();
  const both = await Promise.all(
    [1, 2].map((version) => gateway.get<Figures>(`/v1/models/uci-30/${version}`)),
  );
  const f1 = ({ metrics }: Figures): number => metrics['distinct.f1'] ?? Number.NaN;
  const [worse, better] = both.sort((a, b) => f1(a) - f1(b)) as [Figures, Figures];
  expect(f1(worse)).toBeLessThan(f1(better));
  const promote = (version: number): Promise<unknown> =>
    gateway.send('PUT', '/v1/models/uci-30/aliases/champion', { version });
  const numbers = `F1: ${f1(worse).toFixed(4)} instead of ${f1(better).toFixed(4)}`;

  await promote(better.version);
  const seen = await visit(browser, '/models/uci-30');
  const { page } = seen;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: `Promote version ${worse.version}` }).click();
  await dialog.getByText(`Version ${worse.version} is worse than version ${better.version}`).waitFor();
  const text = (await dialog.textContent()) ?? '';
  expect(text).toContain(numbers);
  expect(text.indexOf(numbers)).toBeLessThan(text.indexOf('Cancel'));
  await expectAccessible(seen);

  // Somebody else moves the alias: the figures are those of the champion of now.
  await promote(worse.version);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await page.getByRole('button', { name: `Promote version ${better.version}` }).click();
  await dialog.getByText(`takes the place of version ${worse.version}`).waitFor();
  expect(await dialog.textContent()).not.toContain('F1: ');
  await promote(before);
  await seen.close();
});

it('folds a version to a page of few lines on a phone, and unfolds all of it by keyboard', async () => {
  const seen = await visit(browser, '/models/uci-30/1', { viewport: PHONE });
  const { page } = seen;
  const parts = page.locator('summary:has(h2)');
  await page.getByRole('heading', { name: 'Curves' }).waitFor();
  await settled(seen);
  expect(await parts.count()).toBe(8);
  expect(await parts.first().textContent()).toMatch(/How good it is.*F1 0\.\d{4}; finds/);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2 * PHONE.height);
  for (const part of await parts.all()) {
    await part.focus();
    await page.keyboard.press('Enter');
  }
  for (const shown of ['Held out by group', 'Thresholds', 'Reliability', 'Share of the gain', 'Candidates'])
    await page.getByText(shown).first().waitFor();
  for (const name of ['All features', /Download safetensors/])
    await page.getByRole('button', { name }).waitFor();
  await page.getByText('The whole card').click();
  await settled(seen);
  expect(await page.getByText('Snapshot SHA-256').isVisible()).toBe(true);
  await expectAccessible(seen);
  await expectSound(seen);
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
