import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, launch, visit } from './browser.js';
import { type OwnWeir, startOwnWeir } from './own-weir.js';

let browser: Browser;
let weir: OwnWeir;
let url: string;
let admin: string;
let analyst: { id: string; key: string };

interface MadeKey {
  readonly id: string;
  readonly key: string;
}

beforeAll(async () => {
  browser = await launch();
  weir = await startOwnWeir();
  url = weir.url;
  admin = (await makeKey('operator', ['admin'])).key;
  analyst = await makeKey('ann', ['predict', 'read'], admin);
});
afterAll(async () => {
  await browser?.close();
  await weir?.stop();
});

async function makeKey(name: string, scopes: readonly string[], key?: string): Promise<MadeKey> {
  const response = await fetch(`${url}/v1/keys`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ name, scopes }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as MadeKey;
}

it('asks for the key, keeps it where no script reads it, and lets do what its scopes allow', async () => {
  const seen = await visit(browser, '/runs', {}, url);
  const { page } = seen;
  await page.waitForURL(/sign-in/);
  await page.getByLabel('API key').fill('weir_nobody_has_this_one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText(/That key is not known here/).waitFor();
  await expectAccessible(seen);
  await page.getByLabel('API key').fill(analyst.key);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/runs$/);

  const kept = await page.evaluate(() => [
    document.cookie,
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
  ]);
  expect(kept.join('')).not.toContain(analyst.key.slice(0, 12));
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: 'weir_session', httpOnly: true, sameSite: 'Strict' });

  await page.goto('/');
  await page.getByLabel('URL to check').fill('http://paypal.com.secure-login.example.tk/verify');
  await page.keyboard.press('Enter');
  await page.getByText('Malicious', { exact: true }).first().waitFor();
  // The verdict may be there before it is known who asks.
  await expect.poll(() => page.getByRole('button', { name: 'Allow or deny' }).isDisabled()).toBe(true);
  await page.goto('/lists');
  await page.getByText(/ann is not allowed to change the lists/).waitFor();
  await expectAccessible(seen);

  const revoked = await fetch(`${url}/v1/keys/${analyst.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${admin}` },
  });
  expect(revoked.status).toBe(204);
  await page.goto('/models');
  await page.waitForURL(/sign-in/);
  await seen.close();
});
