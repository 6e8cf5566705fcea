import { describe, expect, it } from 'vitest';
import { hasFaults, reportOf } from './report.js';

const fine = { what: 'ids with a verdict', expected: '100', found: '100', faults: [] };
const bad = { what: 'keys in order', expected: '3 keys', found: '7 out of order', faults: [] as string[] };

describe('the report', () => {
  it('is a table, with ok where nothing is wrong', () => {
    expect(reportOf([fine]).split('\n')).toEqual([
      '      judged              expected  found',
      '  ok  ids with a verdict  100       100',
    ]);
    expect(hasFaults([fine])).toBe(false);
  });

  it('names the first faults and counts the others', () => {
    const faults = Array.from({ length: 7 }, (_, at) => `id-${at}: wrong`);
    const text = reportOf([fine, { ...bad, faults }]);
    expect(text).toContain('FAILED  keys in order');
    expect(text).toContain('id-4: wrong');
    expect(text).not.toContain('id-5: wrong');
    expect(text).toContain('and 2 more');
    expect(hasFaults([fine, { ...bad, faults }])).toBe(true);
  });
});
