import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/random.js';
import { type CellValue, JointCounter } from './joint-counts.js';
import { LeakAuditor } from './leak-auditor.js';
import { URL_TEXT_RULES } from './url-rules.js';

const CLASSES = ['phishing', 'legitimate'];

function audit(
  kind: 'number' | 'text',
  draw: (classIndex: number, row: number) => CellValue,
  rows = 2000,
  visible = true,
) {
  const auditor = new LeakAuditor({
    classes: CLASSES,
    columns: [{ name: 'x', kind, visibleToModel: visible }],
  });
  for (let row = 0; row < rows; row++) auditor.add([draw(row % 2, row)], row % 2);
  return auditor.findings();
}

describe('LeakAuditor', () => {
  it('finds one value that is the label', () => {
    expect(audit('number', (classIndex) => (classIndex === 0 ? 1 : 7))).toEqual([
      {
        code: 'leak-value',
        severity: 'error',
        column: 'x',
        rule: 'x = 1 means phishing',
        balancedAccuracy: 1,
        f1: 1,
        coverage: 0.5,
        visibleToModel: true,
        message: expect.stringContaining('balanced accuracy of 100.0%'),
      },
    ]);
  });

  it('finds a column that only all its values together give away', () => {
    const [finding] = audit('text', (classIndex, row) => `source ${classIndex * 4 + (row % 4)}`);
    expect(finding).toMatchObject({
      code: 'leak-column',
      severity: 'error',
      balancedAccuracy: 1,
      rule: 'x alone',
    });
  });

  it('finds a threshold where there are too many values to count', () => {
    const random = seededRandom(1);
    const [finding] = audit('number', (classIndex) => random() * 100 + (classIndex === 0 ? 95 : 0));
    expect(finding).toMatchObject({ code: 'leak-threshold', severity: 'error' });
    expect(finding?.rule).toMatch(/^x > (9|10)\d[.\d]* means phishing$/);
  });

  it('finds that a value is missing for one class only, however many values there are', () => {
    const [finding] = audit('text', (classIndex, row) => (classIndex === 0 ? `2024-${row}` : null));
    expect(finding).toMatchObject({ code: 'leak-value', balancedAccuracy: 1 });
    expect(finding?.rule).toMatch(/^x = (missing means legitimate|any value means phishing)$/);
  });

  it('warns of a strong feature, and of a leak that the model cannot see', () => {
    const strong = (classIndex: number, row: number) => (row % 20 < 2 ? 1 - classIndex : classIndex);
    expect(audit('number', strong)).toEqual([expect.objectContaining({ severity: 'warning' })]);
    const hidden = audit('text', (classIndex) => `${classIndex}`, 2000, false);
    expect(hidden).toEqual([expect.objectContaining({ severity: 'warning', visibleToModel: false })]);
  });

  it('is quiet on chance, on unique texts, on one class and on no rows', () => {
    const random = seededRandom(2);
    expect(audit('number', () => Math.floor(random() * 200))).toEqual([]);
    expect(audit('number', () => random())).toEqual([]);
    expect(audit('text', (_, row) => `row ${row}`)).toEqual([]);
    expect(audit('text', (_, row) => `row ${row}`, 200)).toEqual([]);
    const oneClass = new LeakAuditor({ classes: CLASSES, columns: [{ name: 'x', kind: 'number' }] });
    expect(oneClass.findings()).toEqual([]);
    for (let row = 0; row < 100; row++) oneClass.add([1], 0);
    expect(oneClass.findings()).toEqual([]);
  });

  it('does not take a large class for a leak', () => {
    const auditor = new LeakAuditor({ classes: CLASSES, columns: [{ name: 'x', kind: 'number' }] });
    for (let row = 0; row < 10_000; row++) auditor.add([1], row % 100 === 0 ? 1 : 0);
    expect(auditor.findings()).toEqual([]);
  });

  it('judges URLs by how they were collected', () => {
    const auditor = new LeakAuditor({
      classes: ['phishing', 'benign'],
      columns: [
        { name: 'url', kind: 'text' },
        { name: 'source', kind: 'text', visibleToModel: false },
      ],
      urlColumn: 'url',
    });
    const random = seededRandom(3);
    for (let row = 0; row < 1000; row++) {
      const path = random() < 0.5 ? '' : `/${Math.floor(random() * 1e6)}`;
      if (row % 2 === 0) auditor.add([`https://a${row}.example${path}`, 'feed'], 0);
      else auditor.add([`b${row}.example${path}`, 'crawl'], 1);
    }
    const found = new Map(auditor.findings().map((each) => [each.column, each]));
    expect([...found.keys()].sort()).toEqual(['source', 'url.has_scheme', 'url.is_https']);
    expect(found.get('url.has_scheme')).toMatchObject({
      severity: 'warning',
      balancedAccuracy: 1,
      visibleToModel: false,
    });
  });

  it('refuses rows and classes that do not fit', () => {
    const auditor = new LeakAuditor({ classes: CLASSES, columns: [{ name: 'x', kind: 'number' }] });
    expect(() => auditor.add([1, 2], 0)).toThrow(expect.objectContaining({ code: 'BAD_ROW' }));
    expect(() => auditor.add([1], 2)).toThrow(expect.objectContaining({ code: 'BAD_CLASS' }));
  });
});

describe('JointCounter', () => {
  it('stops counting values at its bound, and goes on with a sample', () => {
    const counter = new JointCounter({ name: 'x', kind: 'number' }, 2, { maxValues: 3, sampleSize: 5 });
    for (let row = 0; row < 100; row++) counter.add(row % 10 === 0 ? null : row, row % 2);
    expect(counter.counts()).toMatchObject({ values: null, missing: [10, 0], present: [40, 50] });
    expect(counter.counts().sample).toHaveLength(5);
  });

  it('takes NaN for missing', () => {
    const counter = new JointCounter({ name: 'x', kind: 'number' }, 2);
    for (const value of [Number.NaN, null, 1]) counter.add(value, 1);
    expect(counter.counts().values).toEqual([
      [null, [0, 2]],
      [1, [0, 1]],
    ]);
  });
});

describe('URL_TEXT_RULES', () => {
  const read = (text: string) =>
    Object.fromEntries(URL_TEXT_RULES.map((rule) => [rule.name, rule.value(text)]));
  it.each([
    [
      'https://www.a.example/',
      { has_scheme: 1, is_https: 1, has_www: 1, closing_slash: 1, is_home_page: 1, text_length: 14 },
    ],
    [
      'a.example/b',
      { has_scheme: 0, is_https: 0, has_www: 0, closing_slash: 0, is_home_page: 0, text_length: 11 },
    ],
    [
      'HTTP://a.example?x',
      { has_scheme: 1, is_https: 0, has_www: 0, closing_slash: 0, is_home_page: 0, text_length: 11 },
    ],
  ])('read %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
