import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Gateway } from '../src/gateway.js';
import { expectAccessible, expectSound, launch, visit } from './browser.js';

let browser: Browser;
const gateway = new Gateway(inject('weir'));
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const publish = (from: number, count: number): Promise<unknown> =>
  gateway.send('POST', '/v1/events', {
    urls: Array.from({ length: count }, (_, index) => `https://live-${from + index}.example.org/`),
  });

it('shows verdicts as they are given, filters them, pauses and goes on', async () => {
  const seen = await visit(browser, '/live');
  const { page } = seen;
  await publish(0, 20);
  await page.getByRole('button', { name: /live-19\[\.\]example/ }).waitFor();
  await expectAccessible(seen);
  await expectSound(seen);

  await page.getByLabel('Filter').fill('live-7');
  await page.getByRole('button', { name: /live-7\[/ }).waitFor();
  expect(await page.getByRole('button', { name: /live-19/ }).count()).toBe(0);
  await page.getByLabel('Filter').fill('');

  await page.getByRole('button', { name: 'Pause' }).click();
  await publish(100, 5);
  await page.getByRole('button', { name: /Resume \(5 new\)/ }).waitFor();
  expect(await page.getByRole('button', { name: /live-104/ }).count()).toBe(0);
  await page.getByRole('button', { name: /Resume/ }).click();
  await page.getByRole('button', { name: /live-104/ }).waitFor();

  await page.getByRole('button', { name: /live-104/ }).click();
  await page
    .getByRole('dialog')
    .getByText(/version \d+/i)
    .first()
    .waitFor();
  await expectAccessible(seen);
  expect(seen.faults).toEqual([]);
  await seen.close();
});
