import { UCI_30, URL_SCHEMA } from '@weir/contracts';
import {
  storeSnapshot,
  type TemporaryBackends,
  temporaryBackends,
  uciWebsiteRows,
} from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOn } from '../testing/running-validation.js';
import { escapeHtml } from './escape-html.js';
import { renderReport } from './render-report.js';
import type { ValidationReport } from './validation-report.js';

const VOID = new Set(['meta', 'br', 'hr', 'img', 'link', 'input']);

/** Tags that are left open or closed without having been opened; throws at a bare `<`, `&` or an unquoted attribute. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  const tag = /<(?:!doctype html|(\/)?([a-z][a-z0-9]*)((?: [a-z-]+="[^"<]*")*))>/gy;
  for (let at = 0; at < html.length; ) {
    if (html[at] !== '<') {
      if (html[at] === '&' && !/^&(?:[a-z]+|#\d+);/.test(html.slice(at, at + 10)))
        throw new Error(`bare & at ${at}`);
      at += 1;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(html);
    if (match === null) throw new Error(`no tag at ${html.slice(at, at + 60)}`);
    const [, closing, name = ''] = match;
    at = tag.lastIndex;
    if (name === '' || VOID.has(name)) continue;
    if (closing === undefined) open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
    if (name === 'style' && closing === undefined) at = html.indexOf('</style>', at);
  }
  return open;
}

describe('renderReport', () => {
  let backends: TemporaryBackends;
  let report: ValidationReport;
  beforeAll(async () => {
    backends = await temporaryBackends();
    const rows = uciWebsiteRows();
    const parent = (await storeSnapshot(backends, UCI_30, rows.slice(0, 4_000))).id;
    await reportOn(backends, UCI_30, rows.slice(0, 4_000));
    report = await reportOn(backends, UCI_30, rows.slice(4_000), parent);
  });
  afterAll(() => backends.dispose());

  it('is one well-formed page that loads nothing and runs nothing', () => {
    const html = renderReport(report);
    expect(unbalanced(html)).toEqual([]);
    expect(html.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import/);
  });

  it('tells the status, each finding, each class, each column and the drift', () => {
    const html = renderReport(report);
    expect(html).toContain('Passed with warnings');
    for (const { message } of report.issues) expect(html).toContain(escapeHtml(message));
    for (const { name } of [...report.classes, ...report.columns]) expect(html).toContain(name);
    expect(report.drift).not.toBeNull();
    expect(html).toContain(`Against <code>${report.parent}</code>`);
    expect(html).toContain('7,055');
  });

  it('escapes hostile text wherever it may stand', () => {
    const hostile = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;";
    const [column] = report.columns;
    const [drifted] = report.drift?.columns ?? [];
    if (column === undefined || drifted === undefined || report.drift === null) throw new Error('no columns');
    const html = renderReport({
      ...report,
      snapshotId: hostile,
      runId: hostile,
      schema: hostile,
      parent: hostile,
      createdAt: hostile,
      classes: [{ name: hostile, rows: 1, share: 1 }],
      columns: [{ ...column, name: hostile, values: [[hostile, 1]] }],
      issues: [{ code: 'drift', severity: 'warning', column: hostile, message: hostile }],
      drift: { ...report.drift, columns: [{ ...drifted, column: hostile, drifted: true }] },
    });
    expect(unbalanced(html)).toEqual([]);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html.split('&lt;script&gt;').length - 1).toBeGreaterThanOrEqual(10);
  });

  it('escapes what an uploaded URL holds', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      values: [`http://h/<script>${index}</script>`, '<b>"source"</b>', null],
      label: index % 2,
    }));
    const html = renderReport(await reportOn(backends, URL_SCHEMA, rows));
    expect(unbalanced(html)).toEqual([]);
    expect(html).toContain('&lt;b&gt;&quot;source&quot;&lt;/b&gt;');
  });

  it('shows no URL of the data set that a click could open', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => {
      const url = index % 2 === 0 ? 'http://evil.example/a.php' : 'http://shop.example/';
      return { values: [url, 'https://feed.example/', null], label: index % 2 };
    });
    const found = await reportOn(backends, URL_SCHEMA, rows);
    const message = 'url = http://evil.example/a.php means phishing: 98.5%';
    const issue = { code: 'label-leak', severity: 'note', message } as const;
    const html = renderReport({ ...found, issues: [...found.issues, issue] });
    expect(html).toContain('url = hxxp://evil[.]example/a[.]php means phishing: 98.5%');
    expect(html).toContain('hxxp://evil[.]example/a[.]php: 30');
    expect(html).not.toMatch(/https?:|evil\.example/);
  });

  it('says where there is no parent and nothing was found', () => {
    const html = renderReport({ ...report, drift: null, parent: null, issues: [], status: 'passed' });
    expect(html).toContain('No earlier snapshot to compare with.');
    expect(html).toContain('Nothing to report.');
    expect(unbalanced(html)).toEqual([]);
  });
});
