import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Gateway } from '../src/gateway.js';
import { until } from '../src/processes.js';
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
  // The newest are of whichever partition answered last, and only those in sight are drawn.
  await page.getByLabel('Filter').fill('//live-');
  await page.getByRole('list', { name: 'Newest verdicts: 20' }).waitFor();
  await page.getByLabel('Filter').fill('//live-19.');
  await page.getByRole('button', { name: /live-19\[\.\]example/ }).waitFor();
  await expectAccessible(seen);
  await expectSound(seen);

  await page.getByLabel('Filter').fill('live-7');
  await page.getByRole('button', { name: /live-7\[/ }).waitFor();
  expect(await page.getByRole('button', { name: /live-19/ }).count()).toBe(0);

  await page.getByLabel('Filter').fill('//live-10');
  await page.getByRole('list', { name: 'Newest verdicts: 1', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await publish(100, 5);
  await page.getByRole('button', { name: /Resume \(5 new\)/ }).waitFor();
  expect(await page.getByRole('list', { name: 'Newest verdicts: 1', exact: true }).count()).toBe(1);
  await page.getByRole('button', { name: /Resume/ }).click();
  await page.getByRole('list', { name: 'Newest verdicts: 6', exact: true }).waitFor();

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

it('misses no verdict that is given while the stream is being opened', async () => {
  const seen = await visit(browser, '/');
  const { page } = seen;
  let published: Promise<unknown> | undefined;
  await page.route('**/v1/verdicts/stream**', async (route) => {
    // Once, should the stream be opened again.
    published ??= publish(200, 5);
    await published;
    await until('the verdicts', async () => {
      const { verdicts } = await gateway.get<{ verdicts: { url: string }[] }>('/v1/verdicts?limit=200');
      return verdicts.filter(({ url }) => url.startsWith('https://live-20')).length === 5;
    });
    await route.continue();
  });
  await page.goto('/live');
  await page.getByLabel('Filter').fill('//live-20');
  await page.getByRole('list', { name: 'Newest verdicts: 5' }).waitFor();
  await seen.close();
});
