import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defang } from '@weir/url-features';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';

/** As much of a DOM element as the page's modules use. */
class FakeElement {
  textContent = '';
  className = '';
  children: (FakeElement | string)[] = [];
  constructor(readonly tag: string) {}
  append(...children: (FakeElement | string)[]): void {
    this.children.push(...children);
  }
}

interface PageModules {
  readonly defang: (url: string) => string;
  readonly shownUrl: (url: string, isSafe: boolean) => string;
  readonly percent: (probability: number) => string;
  readonly verdictParts: (answer: object) => FakeElement[];
}

let gateway: GatewayUnderTest;
let folder: string;
let page: PageModules;

/** The page's modules as the gateway serves them. */
beforeAll(async () => {
  vi.stubGlobal('document', { createElement: (tag: string) => new FakeElement(tag) });
  gateway = await startGateway();
  folder = await mkdtemp(join(tmpdir(), 'weir-page-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const imported: Record<string, unknown>[] = [];
  const names = ['defang.js', 'element.js', 'url-text.js', 'site.js', 'verdict.js'];
  for (const name of names) {
    const { text } = await gateway.call('GET', `/assets/${name}`);
    await writeFile(join(folder, name), text.replace(/^\/\/# sourceMappingURL.*$/m, ''));
  }
  for (const name of names) imported.push(await import(pathToFileURL(join(folder, name)).href));
  page = Object.assign({}, ...imported) as PageModules;
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});

function textOf(node: FakeElement | string): string {
  if (typeof node === 'string') return node;
  return node.textContent + node.children.map(textOf).join('');
}
const shown = (answer: object) => page.verdictParts(answer).map(textOf).join('\n');

const MALICIOUS = {
  url: 'http://paypal.evil.example/login.php',
  verdict: 'malicious',
  probability: 0.9997,
  reasons: [
    '`paypal` stands in the subdomain, but the site is `evil.example`',
    '`/login.php` is <b>usual</b>',
  ],
  change: { sentence: 'It would be safe without its path', url: 'hxxps://paypal[.]evil[.]example/' },
  model: { name: 'url', version: 3 },
};
const SITE = {
  verdict: 'suspicious',
  probability: 0.6,
  model: { name: 'uci-30', version: 2 },
  features: { having_IP_Address: 1, Abnormal_URL: -1, web_traffic: null },
  missing: [{ feature: 'web_traffic', reason: 'no source has it' }],
  finalUrl: 'http://final.evil.example/',
  redirects: 2,
  tookMs: 1234,
};

describe('the page of a verdict', () => {
  it('shows no flagged URL as a link could be made of it, and all that was said', () => {
    const text = shown({ ...MALICIOUS, enrichment: SITE });
    expect(text).not.toMatch(/https?:|evil\.example/);
    expect(text).toContain('hxxp://paypal[.]evil[.]example/login[.]php');
    expect(text).toContain('paypal stands in the subdomain, but the site is evil[.]example');
    expect(text).toContain('/login.php is <b>usual</b>');
    expect(text).toContain('It would be safe without its path: hxxps://paypal[.]evil[.]example/');
    expect(text).toContain('over 99.9 %');
    expect(text).toContain('Model url, version 3');
  });

  it('tells what the site showed, and what was missing', () => {
    const text = shown({ ...MALICIOUS, enrichment: SITE });
    expect(text).toContain(
      'By the 2 of 3 features that could be had, it is suspicious: 60.0 % (model uci-30, version 2)',
    );
    expect(text).toContain('The page is at hxxp://final[.]evil[.]example/, 2 redirects on. It took 1.2 s.');
    expect(text).toContain('For phishing: 1Abnormal URL');
    expect(text).toContain('web traffic: no source has it');
    const { finalUrl: _unseen, ...unseen } = SITE;
    expect(shown({ ...MALICIOUS, enrichment: unseen })).toContain('No page answered, so this says little.');
    const error = { code: 'WEIR_ENRICHMENT_REFUSED', message: 'told so' };
    expect(shown({ ...MALICIOUS, enrichment: { error } })).toContain('It was not looked up: told so.');
  });

  it('shows a safe URL as it is', () => {
    const safe = { ...MALICIOUS, url: 'https://a.example/b', verdict: 'safe', probability: 0.0001 };
    const text = shown(safe);
    expect(text).toContain('https://a.example/b');
    expect(text).toContain('under 0.1 %');
  });

  it('says first that a list decides, and no change that would change nothing', () => {
    const list = { list: 'deny', entry: 'evil.example', reason: 'seen', by: 'ann' };
    const text = shown({
      ...MALICIOUS,
      list,
      reasons: ['`evil.example` is on the deny list', 'the model’s'],
    });
    expect(text).toContain('The deny list decides, not the model: evil[.]example is on it: seen (by ann)');
    expect(text).toContain('What the model says\nthe model’s');
    expect(text).not.toContain('What would change it');
  });

  it('is served with every module that it imports', async () => {
    const wanted = ['./app.js'];
    for (const name of wanted) {
      const { status, text } = await gateway.call('GET', `/assets/${name.slice(2)}`);
      expect([name, status]).toEqual([name, 200]);
      const imported = [...text.matchAll(/ from '([^']+)'/g)].map((match) => match[1] ?? '');
      wanted.push(...imported.filter((each) => !wanted.includes(each)));
    }
    expect(wanted).toContain('./defang.js');
    expect(wanted).toContain('./feedback.js');
  });

  it('defangs as the services do, and shows what would turn the reading direction', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => {
        expect(page.defang(url)).toBe(defang(url));
        expect(page.shownUrl(url, false)).not.toMatch(/https?:/i);
      }),
    );
    expect(page.shownUrl('http://a.example/\u202egpj.exe', true)).toBe('http://a.example/%E2%80%AEgpj.exe');
  });
});
