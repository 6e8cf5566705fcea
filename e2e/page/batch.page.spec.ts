import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uciCsv } from '../src/uci-rows.js';
import { expectAccessible, expectSound, launch, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const choose = (page: Page, name: string, text: string): Promise<void> =>
  page
    .getByLabel('File to score')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });

const urls = (count: number): string =>
  `url\n${Array.from({ length: count }, (_, index) => `http://shop-${index}.example.org/item?id=${index}`).join('\n')}\n`;

describe('scoring a file', () => {
  it('scores URLs, counts them, filters them and hands them out as CSV and JSON', async () => {
    const seen = await visit(browser, '/batch');
    const { page } = seen;
    await choose(page, 'links.csv', `${urls(50)}http://paypal.com.secure-login.example.tk/verify\n`);
    const download = page.getByRole('button', { name: /CSV/ }).last();
    await download.waitFor();
    await expectAccessible(seen);
    await expectSound(seen);
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines).toHaveLength(52);
    expect(lines.at(-1)).toMatch(/example\.tk\/verify.*malicious/);
    await seen.close();
  });

  it('scores 20,000 rows of features, and keeps few of them in the document', async () => {
    const seen = await visit(browser, '/batch');
    const { page } = seen;
    const [head = '', ...rows] = uciCsv(10_000).trim().split('\n');
    await choose(page, 'uci.csv', [head, ...rows, ...rows].join('\n'));
    await page.getByRole('button', { name: /CSV/ }).last().waitFor();
    expect(await page.getByRole('main').textContent()).toMatch(/20,000/);
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(200);
    await expectSound(seen);
    await seen.close();
  });

  it.each([
    ['picture.csv', '\u0000\u0001PNG', /text|binary|read/i],
    ['strange.csv', 'colour,size\nred,3\n', /column|schema/i],
    ['empty.csv', '', /empty|no row/i],
  ])('says of %s what is wrong with it', async (name, text, expected) => {
    const seen = await visit(browser, '/batch');
    await choose(seen.page, name, text);
    expect(await seen.page.getByRole('alert').textContent()).toMatch(expected);
    await seen.close();
  });
});
