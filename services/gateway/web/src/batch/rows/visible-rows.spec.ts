import { describe, expect, it } from 'vitest';
import type { BatchRow } from './batch-row.js';
import { countByClass, type RowFilter, visibleRows } from './visible-rows.js';

const ROWS: readonly BatchRow[] = [
  { row: 1, text: 'http://b.example/', verdict: 'safe', probability: 0.1 },
  { row: 2, text: 'http://a.example/', verdict: 'malicious', probability: 0.9 },
  { row: 3, text: '::::', error: 'no URL' },
  { row: 4, text: 'http://C.example/', verdict: 'malicious', probability: 0.95 },
  { row: 5, text: 'http://d.example/', verdict: 'suspicious', probability: 0.5 },
];
const ALL: RowFilter = { classes: new Set(), search: '', sort: 'row', isDescending: false };
const numbers = (filter: Partial<RowFilter>) =>
  visibleRows(ROWS, { ...ALL, ...filter }).map(({ row }) => row);

describe('visibleRows', () => {
  it('shows all in the order of the file', () => {
    expect(numbers({})).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps the verdicts asked for, and rows without one', () => {
    expect(numbers({ classes: new Set(['malicious']) })).toEqual([2, 4]);
    expect(numbers({ classes: new Set(['safe', 'none']) })).toEqual([1, 3]);
  });

  it('searches in any case', () => {
    expect(numbers({ search: ' c.EXAMPLE ' })).toEqual([4]);
  });

  it.each([
    ['verdict', true, [2, 4, 5, 1, 3]],
    ['probability', true, [4, 2, 5, 1, 3]],
    ['probability', false, [3, 1, 5, 2, 4]],
    ['text', false, [3, 4, 2, 1, 5]],
    ['row', true, [5, 4, 3, 2, 1]],
  ] as const)('sorts by %s, descending %s', (sort, isDescending, rows) => {
    expect(numbers({ sort, isDescending })).toEqual(rows);
  });

  it('leaves what it was given as it was', () => {
    numbers({ sort: 'probability', isDescending: true });
    expect(ROWS.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
  });
});

it('counts each verdict, and rows without one', () => {
  expect(countByClass(ROWS)).toEqual({ malicious: 2, suspicious: 1, safe: 1, none: 1 });
});
