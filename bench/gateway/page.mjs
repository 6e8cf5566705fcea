// The page's first load: bytes over the wire, and when it can be used, on a processor slowed down four times.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort, start, stop, until } from '../measure/processes.mjs';
import { printTable, spread } from '../measure/statistics.mjs';

const ROUNDS = 5;
const SLOWED = 4;
const CHROMIUM = process.env.WEIR_CHROMIUM ?? '/usr/bin/chromium';

export async function measurePage({ rounds = ROUNDS, quick }) {
  const home = mkdtempSync(join(tmpdir(), 'weir-bench-page-'));
  const port = await freePort();
  const parameters = ['scripts/start.mjs', '--no-open', '--no-train', '--port', String(port)];
  const weir = start(process.execPath, parameters, { env: { WEIR_HOME: home } });
  const url = `http://127.0.0.1:${port}/`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    await until('page', () => fetch(url).then(({ ok }) => ok), { child: weir, seconds: 120 });
    const found = [];
    for (let round = 0; round < (quick ? 1 : rounds); round++) found.push(await firstLoad(browser, url));
    print(found);
    return { found };
  } finally {
    await browser.close();
    await stop(weir);
    rmSync(home, { recursive: true, force: true });
  }
}

async function firstLoad(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    globalThis.busyUntil = 0;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) globalThis.busyUntil = startTime + duration;
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.getByRole('textbox').first().waitFor();
  const usable = await page.evaluate(() => performance.now());
  await page.waitForLoadState('networkidle');
  const { painted, quiet } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    quiet: globalThis.busyUntil,
  }));
  await context.close();
  // Time to interactive: the field is there, and the last long task before the network fell quiet is over.
  return { kilobytes: bytes / 1000, painted, interactive: Math.max(usable, quiet) };
}

function print(found) {
  const of = (member, digits) =>
    spread(
      found.map((each) => each[member]),
      digits,
    );
  printTable(
    [
      'first load, all files and first answers, kB',
      'first paint, ms',
      `interactive, ms (processor slowed ${SLOWED} ×)`,
    ],
    [[of('kilobytes', 1), of('painted', 0), of('interactive', 0)]],
  );
}
