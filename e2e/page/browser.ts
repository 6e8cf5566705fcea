/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Debian's package; Playwright's own browser where it was installed. */
const CHROMIUM = process.env.WEIR_CHROMIUM ?? '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1_200, height: 800 };

/** A page under observation: whatever it does that it should not is told by {@link faultsOf}. */
export interface Visit {
  readonly page: Page;
  /** Errors of scripts, refusals of the Content-Security-Policy, and requests to anyone else. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    args: QUIET,
    ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
  });
}

/** Opens a path of Weir's page in a window of its own. */
export async function visit(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  weir = inject('weir'),
): Promise<Visit> {
  const context = await browser.newContext({ viewport: DESKTOP, baseURL: weir, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports every answer that is no success; pages handle those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(weir) && !/^(blob|data):/.test(request.url()))
      faults.push(`request to ${request.url()}`);
  });
  await page.goto(path);
  return { page, faults, close: () => context.close() };
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** Waits until nothing is being loaded: neither a skeleton nor a busy button is left. */
export async function settled({ page }: Visit): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.loading, [aria-busy="true"]') === null);
}

/** Every rule of WCAG 2.2 A and AA that axe can check, on the page as it stands. */
export async function expectAccessible({ page, faults }: Visit): Promise<void> {
  // Evaluated by the debugger, which no Content-Security-Policy of the page binds.
  await page.evaluate(await axeSource());
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags } })).violations;
  });
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary})`).join('; ')}`,
  );
  expect(told).toEqual([]);
  expect(faults).toEqual([]);
}

/** Nothing is wider than the window, and no URL that is judged can be followed by a click. */
export async function expectSound({ page }: Visit): Promise<void> {
  const [wider, links] = await page.evaluate(
    () =>
      [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        [...document.querySelectorAll('a[href]')]
          .map((each) => (each as HTMLAnchorElement).href)
          .filter((href) => new URL(href).origin !== location.origin && !href.startsWith('blob:')),
      ] as const,
  );
  expect(wider).toBeLessThanOrEqual(0);
  expect(links).toEqual([]);
}

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(AXE, 'utf8');
}
