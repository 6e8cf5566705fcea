import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DESKTOP,
  expectAccessible,
  expectSound,
  launch,
  PHONE,
  settled,
  type Visit,
  visit,
} from './browser.js';
import { type OwnWeir, startOwnWeir } from './own-weir.js';

let browser: Browser;
let weir: OwnWeir;
let url: string;
/** The first key, as the page showed it. */
let admin = '';

beforeAll(async () => {
  browser = await launch();
  weir = await startOwnWeir();
  url = weir.url;
});
afterAll(async () => {
  await browser?.close();
  await weir?.stop();
});

const statusWith = async (key?: string): Promise<number> => {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return (await fetch(`${url}/v1/lists/deny`, { headers })).status;
};

async function makeByRoute(name: string, scopes: readonly string[]): Promise<string> {
  const response = await fetch(`${url}/v1/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${admin}` },
    body: JSON.stringify({ name, scopes }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { key: string }).key;
}

/** A window in which somebody is signed in, at `/access`. */
async function accessAs(key: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const seen = await visit(browser, '/sign-in', options, url);
  await seen.page.getByLabel('API key').fill(key);
  await seen.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await seen.page.getByRole('heading', { level: 1, name: 'Is this URL phishing?' }).waitFor();
  await seen.page.goto('/access');
  await seen.page.getByRole('heading', { level: 1, name: 'Access' }).waitFor();
  return seen;
}

const keyRow = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'API keys, newest first' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

it('makes the first key of an open Weir, with admin, and signs in with it before anything else can happen', async () => {
  const seen = await visit(browser, '/', { permissions: ['clipboard-read', 'clipboard-write'] }, url);
  const { page } = seen;
  let signIns = 0;
  await page.route('**/v1/session', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    signIns += 1;
    if (signIns > 1) return route.continue();
    // What is asked meanwhile is refused, and must not lead away from the key.
    const refused = page.waitForResponse((answer) => answer.url().includes('/v1/audit?'));
    await page.getByLabel('What was done').selectOption('Made a key');
    expect((await refused).status()).toBe(401);
    // As a replica answers that does not know the key yet.
    return route.fulfill({ status: 401, body: '{}' });
  });
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Access' }).click();
  await page.getByText('There is no key').waitFor();
  await page.getByText('The first key closes this Weir').waitFor();
  const scope = page.getByRole('checkbox', { name: /admin/ });
  expect([await scope.isChecked(), await scope.isDisabled()]).toEqual([true, true]);
  expect(await page.getByLabel('Until').count()).toBe(0);
  const make = page.getByRole('button', { name: 'Make the first key and close Weir' });
  await make.click();
  await page.getByText('Say whose key it is').waitFor();
  await expectAccessible(seen);
  expect(await statusWith()).toBe(200);

  await page.getByLabel('Name').fill('operator');
  await make.click();
  await page.getByText('you are signed in here with this key').waitFor();
  expect(signIns).toBe(2);
  expect(new URL(page.url()).pathname).toBe('/access');
  await page.getByText('it cannot be shown again').waitFor();
  await page.getByRole('button', { name: 'Copy the key' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  admin = await page.evaluate(() => navigator.clipboard.readText());
  expect(await page.getByLabel('API key').inputValue()).toBe(admin);
  expect([await statusWith(), await statusWith(admin)]).toEqual([401, 200]);
  await settled(seen);
  await expectAccessible(seen);
  await expectSound(seen);

  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('link', { name: 'operator: your key and signing out' }).waitFor();
  await keyRow(page, 'operator').getByText('in force').waitFor();
  await page.getByRole('rowheader', { name: 'Made a key' }).waitFor();
  expect(await page.content()).not.toContain(admin);
  expect(
    await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie])),
  ).not.toContain(admin);
  expect(seen.faults).toEqual([]);
  await seen.close();
});

describe('with a key that has admin', () => {
  it('makes another key, and revokes it once that is confirmed', async () => {
    const seen = await accessAs(admin);
    const { page } = seen;
    await page.getByLabel('Name').fill('mail filter');
    await page.getByRole('checkbox', { name: /publish/ }).check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    const made = await page.getByLabel('API key').inputValue();
    await keyRow(page, 'mail filter').getByText('predict, publish, read').waitFor();
    expect(await statusWith(made)).toBe(200);

    await page.getByRole('button', { name: 'Revoke the key of mail filter' }).click();
    await page.getByRole('dialog').getByText('It cannot be taken back').waitFor();
    await expectAccessible(seen);
    await page.keyboard.press('Escape');
    expect(await statusWith(made)).toBe(200);
    await page.getByRole('button', { name: 'Revoke the key of mail filter' }).click();
    await page.getByRole('button', { name: 'Revoke the key', exact: true }).click();
    await page.getByText('The key of mail filter is revoked').waitFor();
    await keyRow(page, 'mail filter').getByText('revoked').waitFor();
    expect(await statusWith(made)).toBe(401);
    expect(seen.faults).toEqual([]);
    await seen.close();
  });

  it('is warned before the last key with admin is revoked', async () => {
    const seen = await accessAs(admin);
    await seen.page.getByRole('button', { name: 'Revoke the key of operator' }).click();
    await seen.page.getByRole('dialog').getByText('It is the last key with the scope').waitFor();
    await seen.page.keyboard.press('Escape');
    expect(await statusWith(admin)).toBe(200);
    await seen.close();
  });

  it('reads who did what, and of one kind', async () => {
    await fetch(`${url}/v1/lists/deny/evil.example`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin}` },
      body: JSON.stringify({ reason: 'campaign of March' }),
    });
    const seen = await accessAs(admin);
    const log = seen.page.getByRole('table', { name: 'Audit log, newest first' });
    const listed = log.getByRole('row').filter({ hasText: 'Put on a list' });
    await listed.getByText('deny/evil[.]example').waitFor();
    expect(await listed.textContent()).toContain('operator');
    await seen.page.getByLabel('What was done').selectOption('Revoked a key');
    await seen.page.getByLabel('What was done').selectOption('Promoted');
    await seen.page.getByText('Nobody has done that yet').waitFor();
    await seen.close();
  });

  it('is told that the log cannot be read now, and reads it later', async () => {
    const seen = await accessAs(admin);
    const { page } = seen;
    let isAway = true;
    await page.route('**/v1/audit**', (route) =>
      isAway ? route.fulfill({ status: 503, body: '{}' }) : route.continue(),
    );
    await page.getByLabel('What was done').selectOption('Made a key');
    await page.getByRole('alert').getByText('Trying again by itself').waitFor();
    await expectAccessible(seen);
    isAway = false;
    await page.getByRole('rowheader', { name: 'Made a key' }).first().waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await seen.close();
  });

  it.each(['light', 'dark'] as const)(
    'is accessible in %s, on a desk and on a phone',
    async (colorScheme) => {
      for (const viewport of [DESKTOP, PHONE]) {
        const seen = await accessAs(admin, { colorScheme, viewport, reducedMotion: 'reduce' });
        await seen.page.getByRole('button', { name: 'Revoke the key of operator' }).waitFor();
        await settled(seen);
        await expectAccessible(seen);
        await expectSound(seen);
        await seen.close();
      }
    },
  );
});

it('shows neither keys nor the log to who has no admin, nor the way there', async () => {
  const seen = await accessAs(await makeByRoute('ann', ['read', 'predict']));
  const { page } = seen;
  await page.getByText('ann is not allowed to see keys and the audit log').waitFor();
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Access' }).count()).toBe(0);
  expect(await page.getByRole('table').count()).toBe(0);
  await expectAccessible(seen);
  await seen.close();
});

it('has room for the way to it on a phone and at every width between', async () => {
  const seen = await accessAs(admin, { viewport: PHONE });
  const { page } = seen;
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Access' }).click();
  for (const width of [360, 560, 720, 800, 961, 1_050, 1_200]) {
    await page.setViewportSize({ width, height: 740 });
    await expectSound(seen);
  }
  await seen.close();
});
