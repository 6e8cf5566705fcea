import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Gateway, type VerdictView } from '../src/gateway.js';
import { until } from '../src/processes.js';
import { expectAccessible, expectSound, launch, PHONE, type Visit, visit } from './browser.js';

const PHISHING = 'http://paypal.com.secure-login.example.tk/verify';
const SHOWN = 'hxxp://paypal[.]com[.]secure-login[.]example[.]tk/verify';
const HARMLESS = 'https://www.bbc.co.uk/news';

const INTRANET = 'https://intranet.example.org/start';

let browser: Browser;
const gateway = new Gateway(inject('weir'));
let seen: Visit;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const check = async ({ page }: Visit, text: string): Promise<void> => {
  await page.getByLabel('URL to check').fill(text);
  await page.keyboard.press('Enter');
};

describe('checking a URL', () => {
  it('gives colour and word, probability, reasons, what would change it and the model, by keyboard alone', async () => {
    seen = await visit(browser, '/');
    await check(seen, PHISHING);
    const { page } = seen;
    await page.getByText('Malicious', { exact: true }).first().waitFor();
    const text = (await page.getByRole('article').textContent()) ?? '';
    expect(text).toContain(SHOWN);
    expect(text).toMatch(/\d+([.,]\d+)? ?%/);
    expect(text).toMatch(/version \d+/i);
    expect(text).not.toContain(PHISHING);
    expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThanOrEqual(3);
    await expectAccessible(seen);
    await expectSound(seen);
    // Neither the address bar nor its history tells which URL was looked at.
    expect(page.url()).toBe(`${inject('weir')}/`);
    await seen.close();
  });

  it('takes an old answer away where nothing was typed, and says what to type', async () => {
    seen = await visit(browser, '/');
    const { page } = seen;
    await check(seen, 'not a url');
    await page.getByText('WEIR_URL_INVALID').waitFor();
    await check(seen, ' ');
    await page.getByText('Paste a URL first').waitFor();
    await expect.poll(() => page.getByText('WEIR_URL_INVALID').count()).toBe(0);
    await expectSound(seen);
    await seen.close();
  });

  it('lists the verdicts of many, the worst first, on a phone', async () => {
    seen = await visit(browser, '/', { viewport: PHONE, colorScheme: 'dark' });
    await seen.page.getByLabel('URL to check').fill([HARMLESS, PHISHING, 'not a url at all'].join('\n'));
    await seen.page.getByRole('button', { name: /Check 3 URLs/ }).click();
    await seen.page.getByText('Safe', { exact: true }).first().waitFor();
    const text = (await seen.page.getByRole('region', { name: '3 URLs' }).textContent()) ?? '';
    expect(text.indexOf('paypal[.]com')).toBeLessThan(text.indexOf('bbc'));
    await expectAccessible(seen);
    await expectSound(seen);
    await seen.close();
  });

  it('says what is wrong with what is no URL', async () => {
    seen = await visit(browser, '/');
    await check(seen, 'ht!tp://');
    expect(await seen.page.getByRole('alert').textContent()).toMatch(/URL/);
    await seen.close();
  });

  it('takes a correction, and puts the host on a list that overrules the model at once', async () => {
    seen = await visit(browser, '/');
    const { page } = seen;
    await check(seen, INTRANET);
    await page.getByRole('button', { name: 'This is wrong' }).click();
    await page.getByLabel('Phishing', { exact: true }).check();
    await expectAccessible(seen);
    await page.getByRole('button', { name: 'Send the correction' }).click();
    await page.getByText(/next training learns that this is phishing/).waitFor();
    await page.getByRole('button', { name: 'Allow or deny' }).click();
    await page.getByLabel('Deny: verdicts are malicious').check();
    await page.getByLabel('Reason (optional)').fill('campaign of November');
    await page.getByRole('button', { name: 'Put on the deny list' }).click();
    await page.getByText(/is on the deny list/).waitFor();
    // Inference hears of an entry by an event.
    await until('verdict by the list', async () => {
      const { list } = await gateway.send<VerdictView>('POST', '/v1/verdicts', { url: INTRANET });
      return list?.list === 'deny';
    });
    await check(seen, INTRANET);
    await page.getByText(/deny list decides/i).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('campaign of November');
    expect(seen.faults).toEqual([]);
    await seen.close();
  });

  it('shows the deny entry among the lists, and takes it off again', async () => {
    await gateway.send('PUT', '/v1/lists/deny/wiki.example.org', {});
    seen = await visit(browser, '/lists');
    const { page } = seen;
    const remove = page.getByRole('button', { name: /Remove .*wiki/ });
    await remove.click();
    await page.getByRole('button', { name: 'Take it off the deny list' }).click();
    await page.getByText(/is off the deny list/).waitFor();
    await expect.poll(() => remove.count()).toBe(0);
    await seen.close();
  });

  it('says that inference is away, asks again by itself, and then shows the verdict', async () => {
    seen = await visit(browser, '/');
    const { page } = seen;
    let answers = 0;
    let release = (): void => undefined;
    const looked = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/v1/verdicts', async (route) => {
      answers += 1;
      if (answers > 1) {
        await looked;
        return route.continue();
      }
      const detail =
        'The inference service did not answer. Check WEIR_INFERENCE_URL and that the service runs.';
      return route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        headers: { 'retry-after': '1' },
        body: JSON.stringify({
          type: 'urn:weir:error:inference-unavailable',
          title: 'The inference service cannot be reached',
          status: 503,
          detail,
          code: 'WEIR_INFERENCE_UNAVAILABLE',
        }),
      });
    });
    await check(seen, HARMLESS);
    await page
      .getByText(/inference service/i)
      .first()
      .waitFor();
    await expectAccessible(seen);
    release();
    await page.getByText('Safe', { exact: true }).first().waitFor();
    await seen.close();
  });

  it('looks the site up on demand, and says why it may not', async () => {
    seen = await visit(browser, '/');
    await check(seen, 'http://127.0.0.1/admin');
    await seen.page.getByRole('button', { name: 'Look the site up' }).click();
    await seen.page.getByText(/It was not looked up/).waitFor();
    expect(seen.faults).toEqual([]);
    await seen.close();
  });
});
