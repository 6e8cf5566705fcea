import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { DESKTOP, expectAccessible, expectSound, launch, PHONE, settled, visit } from './browser.js';

const VIEWS = [
  '/',
  '/batch',
  '/live',
  '/models',
  '/models/uci-30',
  '/models/uci-30/2',
  '/models/uci-30/compare?a=1&b=2',
  '/data',
  '/data/reports',
  '/data/drift',
  '/runs',
  '/lists',
  '/access',
  '/sign-in',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it.each(VIEWS)('%s is accessible and holds no live link, on a desk and on a phone', async (path) => {
    for (const viewport of [DESKTOP, PHONE]) {
      const seen = await visit(browser, path, { colorScheme, viewport, reducedMotion: 'reduce' });
      await settled(seen);
      await expectAccessible(seen);
      await expectSound(seen);
      await seen.close();
    }
  });
});
