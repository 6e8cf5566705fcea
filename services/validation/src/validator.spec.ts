import { type FeatureSchema, UCI_30, URL_SCHEMA } from '@weir/contracts';
import {
  type SnapshotRow,
  type TemporaryBackends,
  temporaryBackends,
  uciWebsiteRows,
} from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ValidationReport } from './report/validation-report.js';
import { reportOn } from './testing/running-validation.js';

let backends: TemporaryBackends;
beforeAll(async () => {
  backends = await temporaryBackends();
});
afterAll(() => backends.dispose());

const issue = (report: ValidationReport, code: string, column?: string) =>
  report.issues.find((each) => each.code === code && (column === undefined || each.column === column));

describe('a report on the data of UCI 327', () => {
  let report: ValidationReport;
  beforeAll(async () => {
    report = await reportOn(backends, UCI_30, uciWebsiteRows());
  });

  it('passes it with warnings', () => {
    expect(report).toMatchObject({
      status: 'warned',
      rows: 11_055,
      schema: 'uci-30',
      parent: null,
      drift: null,
    });
    expect(report.issues.filter((each) => each.severity === 'error')).toEqual([]);
  });

  it('says how many rows are distinct', () => {
    expect(report.distinct).toMatchObject({ rows: 11_055, distinctRows: 5_849, distinctFeatureRows: 5_785 });
    expect(issue(report, 'duplicate-rows')).toMatchObject({
      severity: 'note',
      message: expect.stringContaining(
        '11,055 rows hold 5,849 distinct ones, 5,785 if the label is left out',
      ),
    });
    expect(issue(report, 'conflicting-labels')?.message).toContain('64 feature rows');
  });

  it('warns of the column that nearly tells the label on its own', () => {
    expect(issue(report, 'label-leak')).toMatchObject({ severity: 'warning', column: 'SSLfinal_State' });
  });

  it('counts the classes', () => {
    expect(report.classes.map(({ name, rows }) => [name, rows])).toEqual([
      ['phishing', 4_898],
      ['legitimate', 6_157],
    ]);
    expect(report.classes.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1, 12);
  });

  it('describes every column, values with their counts', () => {
    expect(report.columns).toHaveLength(30);
    const ssl = report.columns.find((each) => each.name === 'SSLfinal_State');
    expect(ssl).toMatchObject({ type: 'integer', missing: 0, minimum: -1, maximum: 1 });
    expect(ssl?.values?.reduce((sum, [, count]) => sum + count, 0)).toBe(11_055);
  });

  it('puts errors before warnings before notes', () => {
    const order = report.issues.map((each) => ['error', 'warning', 'note'].indexOf(each.severity));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('drift against the parent', () => {
  it('is found where columns moved, and only there', async () => {
    const rows = uciWebsiteRows();
    const { snapshotId: parent } = await reportOn(backends, UCI_30, rows.slice(0, 5_000));
    const ssl = UCI_30.columns.findIndex((each) => each.name === 'SSLfinal_State');
    const shifted = rows.slice(0, 5_000).map(({ values, label }, index) => ({
      values: values.map((value, column) => (column === ssl && index % 2 === 0 ? -1 : value)),
      label,
    }));
    const report = await reportOn(backends, UCI_30, shifted, parent);
    expect(report.drift?.drifted).toEqual(['SSLfinal_State']);
    expect(issue(report, 'drift')).toMatchObject({
      severity: 'warning',
      message: `1 of 30 columns drifted against ${parent}: SSLfinal_State`,
    });
  });

  it('is not looked for where the parent was never validated', async () => {
    const rows = uciWebsiteRows().slice(0, 300);
    expect((await reportOn(backends, UCI_30, rows, 'uci-30-0000000000000000')).drift).toBeNull();
  });
});

describe('what is wrong with a snapshot', () => {
  const OWN: FeatureSchema = {
    ...UCI_30,
    name: 'own',
    columns: [
      { name: 'flag', type: 'integer', allowed: [0, 1] },
      { name: 'count', type: 'integer', minimum: 0, maximum: 100 },
      { name: 'ratio', type: 'number' },
    ],
  };
  /** Rows without a fault, `count` of them. */
  const goodRows = (count: number): SnapshotRow[] =>
    Array.from({ length: count }, (_, index) => ({
      values: [(index * 7) % 2, (index * 13) % 101, Math.sin(index)],
      label: Math.floor(index / 3) % 2,
    }));
  const withValue = (rows: SnapshotRow[], row: number, column: number, value: number | null): SnapshotRow[] =>
    rows.with(row, { values: (rows[row]?.values ?? []).with(column, value), label: rows[row]?.label ?? -1 });

  it('is nothing for rows without a fault', async () => {
    expect(await reportOn(backends, OWN, goodRows(400))).toMatchObject({ status: 'passed', issues: [] });
  });

  it.each([
    ['values-not-allowed', 'flag', 0, 7, 'other than 0, 1, such as 7'],
    ['values-out-of-range', 'count', 1, -1, '1 rows lie outside 0 … 100'],
    ['values-out-of-range', 'count', 1, 101, '1 rows lie outside 0 … 100'],
    ['values-not-whole', 'count', 1, 0.5, 'not whole numbers'],
  ])('%s fails it', async (code, column, index, value, message) => {
    const report = await reportOn(backends, OWN, withValue(goodRows(401), 17, index, value));
    expect(report.status).toBe('failed');
    expect(issue(report, code, column)).toMatchObject({
      severity: 'error',
      rows: 1,
      message: expect.stringContaining(message),
    });
  });

  it('notes a few missing values, warns of many, and fails a column without any value', async () => {
    const few = await reportOn(backends, OWN, withValue(goodRows(402), 5, 2, null));
    expect([few.status, issue(few, 'missing-values', 'ratio')?.severity]).toEqual(['passed', 'note']);
    const blank = (share: number) =>
      goodRows(403).map(({ values, label }, index) => ({
        values: values.with(2, index % share === 0 ? null : (values[2] ?? null)),
        label,
      }));
    const many = await reportOn(backends, OWN, blank(10));
    expect([many.status, issue(many, 'missing-values', 'ratio')]).toMatchObject([
      'warned',
      { rows: 41, message: '41 of 403 rows (10.2 %) have no value' },
    ]);
    const all = await reportOn(backends, OWN, blank(1));
    expect([all.status, issue(all, 'all-missing', 'ratio')?.rows]).toEqual(['failed', 403]);
  });

  it('warns of a constant column', async () => {
    const rows = goodRows(404).map(({ values, label }) => ({ values: values.with(1, 5), label }));
    const report = await reportOn(backends, OWN, rows);
    expect([report.status, issue(report, 'constant-column', 'count')?.message]).toEqual([
      'warned',
      'every value is 5: the column says nothing',
    ]);
  });

  it('fails data of one class, and data without a label', async () => {
    const one = await reportOn(
      backends,
      OWN,
      goodRows(405).map((row) => ({ ...row, label: 1 })),
    );
    expect([one.status, issue(one, 'one-class')?.message]).toEqual([
      'failed',
      'every label is legitimate: nothing can be learnt',
    ]);
    const none = await reportOn(
      backends,
      OWN,
      goodRows(405).map((row) => ({ ...row, label: -1 })),
    );
    expect([none.status, issue(none, 'one-class')?.message]).toEqual(['failed', 'no row has a label']);
  });

  it('warns of rows without a label, and of a rare class', async () => {
    const some = await reportOn(
      backends,
      OWN,
      goodRows(406).map((row, index) => (index < 6 ? { ...row, label: -1 } : row)),
    );
    expect([some.status, issue(some, 'unlabelled-rows')?.rows]).toEqual(['warned', 6]);
    const rare = await reportOn(
      backends,
      OWN,
      goodRows(406).map((row, index) => ({ ...row, label: index < 4 ? 0 : 1 })),
    );
    expect([rare.status, issue(rare, 'class-imbalance')?.message]).toEqual([
      'warned',
      'only 1.0 % of the rows are phishing',
    ]);
  });

  it('warns of URLs that cannot be read, and of context that tells the label', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({
      values: [
        index < 3 ? 'http://' : `http://host${index}.example/${index}`,
        index % 2 ? 'a' : 'b',
        '2026-01-01',
      ],
      label: index % 2,
    }));
    const report = await reportOn(backends, URL_SCHEMA, rows);
    expect(issue(report, 'unreadable-urls')).toMatchObject({ severity: 'warning', rows: 3 });
    expect(issue(report, 'label-leak', 'source')).toMatchObject({ severity: 'note' });
  });

  it('fails an empty snapshot', async () => {
    expect(await reportOn(backends, OWN, [])).toMatchObject({ status: 'failed', rows: 0 });
  });
});
